import { z } from 'zod';
import { id, line } from '../../platform/http/strict-input';
import type { Kind } from './kinds';
import { SORTS } from './listing';

export const fileParams = z.object({ id });
export const versionParams = z.object({ id, number: id });

/** Of every change of one file. */
export const changeParams = z.object({ id, number: id.optional() });

/** What stands in the address of every list. A wrong choice is dropped like an unknown name: somebody shared an old address. */
export const LISTING = {
  q: line({ max: 200, label: 'A search' }).catch('').default(''),
  tag: z.string().min(1).max(100).nullable().catch(null).default(null),
  collection: id.nullable().catch(null).default(null),
  use: choice(['used', 'unused']),
  sort: z.enum(SORTS).catch('newest').default('newest'),
  trash: z.literal('1').transform(() => true).catch(false).default(false),
  page: z.string().regex(/^[1-9]\d{0,4}$/).transform(Number).catch(1).default(1),
};

/** A filter with these choices; null: it is off. */
export function choice<const Choices extends readonly [string, ...string[]]>(choices: Choices) {
  return z.enum(choices).nullable().catch(null).default(null);
}

/** What a person has just done, for the note above the list. */
const DONE = ['uploaded', 'changed', 'replaced', 'put-back', 'trashed', 'restored', 'deleted', 'tagged', 'untagged', 'collected'] as const;
export type Done = (typeof DONE)[number];

/** `n`: how many files it was done to; `about`: the one that it was done to, for taking it back. */
export const noteQuery = z.object({
  done: choice(DONE),
  n: z.string().regex(/^\d{1,6}$/).transform(Number).catch(1).default(1),
  about: id.nullable().catch(null).default(null),
});

/** A collection that was chosen; '' for none. */
export const collection = z.union([z.literal('').transform(() => null), id]);

/** Text fields beside the files of an upload. */
export const uploadForm = z.object({ collection: collection.default(null), again: z.literal('1').optional().transform((value) => value === '1') });

/** Which version of the row the person saw. */
export const version = id;

/** Of a change of what is in the trash: it is restored first. */
export const restore = z.literal('1').optional();

type Was<Name extends string> = { [Each in Name as `was.${Each}`]: z.ZodOptional<z.ZodString> };

/** What the fields of a pane were when it was shown: text, for `formIn` to read. Of what is stored nobody asks again whether it may be. */
export function wasFields<const Name extends string>(names: readonly Name[]): Was<Name> {
  return Object.fromEntries(names.map((name) => [`was.${name}`, z.string().max(4_000).optional()])) as Was<Name>;
}

/** The same form without them. */
export function withoutWas<Form extends object>(form: Form): Omit<Form, `was.${string}`> {
  return Object.fromEntries(Object.entries(form).filter(([name]) => !name.startsWith('was.'))) as Omit<Form, `was.${string}`>;
}

/** Of a new file, and of putting a former one back. */
export const versionForm = z.object({ version });

/** Who throws away, restores or deletes from a list has seen no version. */
export const trashForm = z.object({ version: version.optional() });

const MOST_TAGS = 30;

/** Words between commas: in lower case, each once, in their order. */
export function tagsOf({ some }: Kind) {
  return z.string().max(2_000, 'These are too many tags.').transform(tagsIn)
    .pipe(z.array(line({ min: 1, max: 50, label: 'A tag' })).max(MOST_TAGS, `${some} has at most ${MOST_TAGS} tags.`));
}

function tagsIn(text: string): string[] {
  return [...new Set(text.toLowerCase().split(/[,\n]/).map((word) => word.replace(/\s+/g, ' ').trim()).filter((word) => word !== ''))];
}

const MOST_AT_ONCE = 200;

const BULK_ACTIONS = ['tag', 'untag', 'collection', 'trash', 'restore'] as const;
export type BulkAction = (typeof BULK_ACTIONS)[number];

/** `ids`: boxes that were ticked, or all of them in one field, with spaces between. */
export function bulkForm(kind: Kind) {
  const ids = z.union([z.string(), z.array(z.string())]).default([]).transform((list) => [list].flat().flatMap((one) => one.split(/[ ,]/)).filter((one) => one !== ''))
    .pipe(z.array(id).min(1, `Select ${kind.some.toLowerCase()} first.`).max(MOST_AT_ONCE, `Select at most ${MOST_AT_ONCE} ${kind.many}.`)).transform((list) => [...new Set(list)]);
  return z.object({ ids, do: z.enum(BULK_ACTIONS), tag: tagsOf(kind).default([]), collection: collection.default(null) });
}
