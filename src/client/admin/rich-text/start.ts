import { enhanceChoosers } from '../completion/choosers';
import { startTables } from '../tables/start';
import { learnNames } from './reference-names';
import { openField } from './field';
import { within } from './within';

const seen = new WeakSet<Element>();

/** Makes writing tools of the fields in a part of a form: texts, tables, choosers. May be called again for the same part. */
export function startRichText(root: ParentNode): void {
  learnNames(root);
  for (const field of within(root, '[data-field="rich-text"]')) {
    if (seen.has(field)) continue;
    seen.add(field);
    openField(field);
  }
  startTables(root);
  enhanceChoosers(root);
}
