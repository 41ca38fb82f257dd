import { z } from 'zod';
import type { Field, Weight } from '../field';
import type { FormContext, FormValues } from '../form-values';
import { accepted } from './from-form';
import { cleanLine } from './plain-text';

/** An image in a place: what it says there, or that it says nothing. */
export interface ImageValue {
  /** `image:9` */
  ref: string;
  alt: string | null;
  decorative: boolean;
}

const draft = z.strictObject({ ref: z.string().regex(/^image:.+$/, 'Choose an image of the library.'), alt: z.string().max(500, 'A description has at most 500 characters.').nullable(), decorative: z.boolean() });
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
    fromForm: (form, name, stored, at) => readImage(form, name, stored ?? null, at),
  };
}

export function fromPortableImage(value: unknown): ImageValue | null {
  if (value === null) return null;
  const { image: ref, alt, decorative } = portableImage.parse(value);
  return { ref, alt, decorative };
}

/** Neither description nor decoration is an answer that is still missing. A description stays when decoration is chosen, as typed. */
function readImage(form: FormValues, name: string, stored: ImageValue | null, at: FormContext): ImageValue | null {
  const parts = form.within(name);
  const ref = parts.get('ref');
  if (ref === undefined) return stored;
  if (ref.trim() === '') return null;

  const alt = parts.get('alt');
  const same = alt === undefined || alt === (stored?.alt ?? '');
  const decorative = parts.get('decorative') === undefined && alt === undefined ? stored?.decorative ?? false : parts.get('decorative') === 'decorative';
  const value = { ref: cleanLine(ref).trim(), alt: same ? stored?.alt ?? null : cleanLine(alt) || null, decorative };
  if (alt !== undefined && !draft.safeParse(value).success) at.within('alt').keep(alt);
  return accepted(draft.nullable(), value, stored, at, ref);
}
