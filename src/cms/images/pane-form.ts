import type { PaneForm } from '../library/merge-edit';
import { commonFields } from '../library/pane-fields';
import type { LibraryImage } from './queries';
import type { PaneFieldName } from './views';

type Said = Readonly<Pick<LibraryImage, 'title' | 'altDecision' | 'alt' | 'credit' | 'licence' | 'collectionId' | 'focalX' | 'focalY'> & { tags: readonly string[] }>;

/** What staff say of an image, as its form shows it. */
export const IMAGE_FORM: PaneForm<Said, PaneFieldName> = {
  stored: (image) => ({
    ...commonFields(image), altDecision: image.altDecision ?? '', alt: image.alt ?? '', credit: image.credit ?? '', licence: image.licence ?? '',
    focalX: String(Math.round(image.focalX * 100)), focalY: String(Math.round(image.focalY * 100)),
  }),
  together: [['altDecision', 'alt'], ['focalX', 'focalY']],
  words: {
    title: 'title', altDecision: 'alt text', alt: 'alt text', credit: 'credit', licence: 'licence', tags: 'tags', collection: 'collection',
    focalX: 'focal point', focalY: 'focal point',
  },
};
