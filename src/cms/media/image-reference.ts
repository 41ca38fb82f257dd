import type { ReferenceKind } from '../reference-kind';
import { parseMediaKey } from './media-key';
import type { ImageFacts } from './picture';
import { imageCompletion } from './media-completion';
import { IMAGE_REFERENCES } from './queries';

/** `image:9`. The target's data is ImageFacts; there is nothing to link to: a picture is shown, not visited. */
export const imageKind: ReferenceKind = {
  kind: 'image',
  label: 'Image',
  inline: 'none',
  bibliographic: false,
  parseKey: parseMediaKey,
  select: { sql: IMAGE_REFERENCES, bindings: (keys, now, gateId, previewed = null) => [keys.map(Number), now, gateId, previewed] },
  complete: imageCompletion,
  target(key, data) {
    const { title, ...facts } = data as ImageFacts & { title: string };
    return { kind: 'image', key, label: title, title: null, url: null, detail: facts.credit, data: facts, inner: [] };
  },
};
