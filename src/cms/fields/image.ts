import { z } from 'zod';
import type { Field, Weight } from '../field';

/** An image in a place: what it says there, or that it says nothing. */
export interface ImageValue {
  /** `image:9` */
  ref: string;
  alt: string | null;
  decorative: boolean;
}

const draft = z.strictObject({ ref: z.string().regex(/^image:.+$/), alt: z.string().max(500).nullable(), decorative: z.boolean() });
const strict = draft.refine((image) => image.decorative || (image.alt ?? '') !== '', {
  message: 'Describe the image, or say that it is decoration.', path: ['alt'],
});
const portableImage = z.strictObject({ image: z.string(), alt: z.string().nullable(), decorative: z.boolean() });

/** A picture from the library, with its alternative text for this place. */
export function image(options: { label: string; help?: string; weight?: Weight }): Field<ImageValue | null> {
  return {
    kind: 'image',
    label: options.label,
    help: options.help ?? null,
    weight: options.weight ?? 'D',
    schema: strict.nullable(),
    draft: draft.nullable(),
    empty: null,
    texts: (value) => (value?.alt ? [value.alt] : []),
    mapReferences: (value, change) => value && { ...value, ref: change(value.ref) },
    fromPortable: (value) => fromPortableImage(value),
  };
}

export function fromPortableImage(value: unknown): ImageValue | null {
  if (value === null) return null;
  const { image: ref, alt, decorative } = portableImage.parse(value);
  return { ref, alt, decorative };
}
