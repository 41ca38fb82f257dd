import { learnNames } from '../rich-text/reference-names';
import { within } from '../rich-text/within';
import { enhanceImage } from './image-field';
import { enhanceReference } from './reference-field';

const seen = new WeakSet<Element>();

/** Fields that hold the URI of something show its name instead, and find it by its name. May be called again for the same part. */
export function enhanceChoosers(root: ParentNode): void {
  learnNames(root);
  for (const field of within(root, '[data-field="reference"], [data-field="link"], [data-field="image"]')) {
    if (seen.has(field)) continue;
    seen.add(field);
    for (const made of field.querySelectorAll('[data-made]')) made.remove();
    if (field.dataset.field === 'image') enhanceImage(field);
    else enhanceReference(field);
  }
}
