/** What a person has just done, in a sentence above the list. */
export interface Done {
  readonly done: 'published' | 'unpublished' | 'moved' | 'trashed' | 'reordered' | 'put-back' | null;
  /** How many pages. */
  readonly n: number;
}

const WORDS: Readonly<Record<NonNullable<Done['done']>, ((pages: string, many: boolean) => string) | null>> = {
  published: (pages, many) => `${pages} ${many ? 'are' : 'is'} public as saved last.`,
  unpublished: (pages, many) => `${pages} ${many ? 'are' : 'is'} not public any more.`,
  moved: (pages, many) => `${pages} ${many ? 'stand' : 'stands'} here now; old addresses lead to the new ones.`,
  trashed: (pages, many) => `${pages} ${many ? 'are' : 'is'} in the trash, and can be restored from there.`,
  // said where the order is changed
  reordered: null,
  'put-back': null,
};

export function doneNote({ done, n }: Done): string | null {
  const words = done && WORDS[done];
  return words ? words(n === 1 ? '1 page' : `${n} pages`, n !== 1) : null;
}
