import { z } from 'zod';
import type { Field } from '../field';
import type { FormContext, FormValues } from '../form-values';
import { accepted } from './from-form';
import { cleanLine } from './plain-text';

/** One link value for the whole site (content.md 5.1): one target, a text or the target's own name. */
export interface Link {
  /** `page:42#mission`, `document:7`, `https://…`, `mailto:…`, `tel:…` */
  ref: string;
  text: string | null;
}

const reference = z.string().min(1, 'Choose where the link leads.').max(2000)
  .regex(/^(?:[a-z][a-z0-9-]*:.+|https?:\/\/\S+)$/, 'This is not an address that can be linked.')
  .refine((uri) => !/^(?:javascript|data|vbscript|file|blob):/i.test(uri), 'Links of this kind are not allowed.');
const schema = z.strictObject({ ref: reference, text: z.string().max(255).nullable() });

/** A link to a page, a document, an address elsewhere. */
export function link(options: { label: string; help?: string; required?: boolean }): Field<Link | null> {
  return {
    kind: 'link',
    label: options.label,
    help: options.help ?? null,
    weight: 'D',
    schema: options.required ? schema.nullable().refine((value) => value !== null, 'A link is needed here.') : schema.nullable(),
    draft: schema.nullable(),
    empty: null,
    texts: (value) => (value?.text ? [value.text] : []),
    mapReferences: (value, change) => value && { ...value, ref: change(value.ref) },
    fromPortable: (value) => (value === null ? null : schema.parse(value)),
    fromForm: (form, name, stored, at) => readLink(form, name, stored ?? null, at),
  };
}

function readLink(form: FormValues, name: string, stored: Link | null, at: FormContext): Link | null {
  const parts = form.within(name);
  const [ref, text] = [parts.get('ref'), parts.get('text') ?? stored?.text ?? ''];
  if (ref === undefined) return stored;
  if (ref.trim() === '' && text.trim() === '') return null;

  const value = { ref: cleanLine(ref).trim(), text: text === (stored?.text ?? '') ? stored?.text ?? null : cleanLine(text).trim() || null };
  if (!schema.safeParse(value).success) at.within('text').keep(text);
  return accepted(schema.nullable(), value, stored, at.within('ref'), ref);
}
