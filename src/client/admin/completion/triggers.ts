/** What stands before the caret and may become a reference. */
export interface Trigger {
  /** Schemes to look among; none: all that can stand in a text. */
  readonly kinds: readonly string[];
  readonly words: string;
  /** How many characters before the caret it takes up. */
  readonly length: number;
}

const NUMBERED = /(?:^|[^\p{L}\p{N}])((RFC|BCP|STD|FYI)[ \u00a0]?(\d{1,5}))$/iu;
const DRAFT = /(?:^|[^\p{L}\p{N}])(draft-[a-z0-9][a-z0-9-]{1,80})$/iu;
const PERSON = /(?:^|[\s(])(@(\p{L}[\p{L}'’.-]*(?: \p{L}[\p{L}'’.-]*)?))$/u;
const BRACKETS = /\[\[([^[\]\n]{0,80})$/;
const KIND_FIRST = /^(page|document|rfc|draft|person|term|group|topic)(?:$|[ :](.*)$)/i;

/** `RFC 911`, `draft-ietf-…`, `@Mara`, `[[page about`, `[[anything`; undefined where nothing is meant. */
export function triggerIn(before: string): Trigger | undefined {
  const brackets = BRACKETS.exec(before);
  if (brackets) return inBrackets(brackets[0], brackets[1] ?? '');

  const numbered = NUMBERED.exec(before);
  if (numbered) return { kinds: [numbered[2]?.toLowerCase() ?? ''], words: numbered[3] ?? '', length: numbered[1]?.length ?? 0 };
  const draft = DRAFT.exec(before)?.[1];
  if (draft) return { kinds: ['draft'], words: draft.toLowerCase(), length: draft.length };
  const person = PERSON.exec(before);
  return person ? { kinds: ['person'], words: person[2] ?? '', length: person[1]?.length ?? 0 } : undefined;
}

function inBrackets(whole: string, inner: string): Trigger {
  const [, kind, words = ''] = KIND_FIRST.exec(inner) ?? [];
  return kind ? { kinds: [kind.toLowerCase()], words: words.trim(), length: whole.length } : { kinds: [], words: inner.trim(), length: whole.length };
}
