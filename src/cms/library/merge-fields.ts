/** The fields of a form, by name, as text. */
type Fields = ReadonlyMap<string, string>;

/** What a form holds: `was` when it was shown, `typed` when it was sent. A field that was not sent is as it was. */
export interface FormFields {
  readonly was: Fields;
  readonly typed: Fields;
}

/** Names of fields; the others are as they were typed, or nobody touched them. */
export interface MergedFields {
  /** Only somebody else changed them: what is stored stays. */
  readonly theirs: ReadonlySet<string>;
  /** Both changed them, each into something else. */
  readonly clashes: ReadonlySet<string>;
}

/**
 * A form against a row that somebody changed since it was shown. `together`: fields that are one answer, so that what comes of them is one
 * person's. Without a word on what a field was, it counts as changed by both.
 */
export function mergeFields(stored: Readonly<Record<string, string>>, { was, typed }: FormFields, together: readonly (readonly string[])[]): MergedFields {
  const [theirs, clashes] = [new Set<string>(), new Set<string>()];
  for (const names of groupsOf(Object.keys(stored), together)) {
    const isTouched = names.some((name) => typed.has(name) && isOther(typed.get(name), was.get(name)));
    const isChanged = names.some((name) => isOther(stored[name], was.get(name)));
    if (!isChanged) continue;
    if (!isTouched) names.forEach((name) => theirs.add(name));
    else names.filter((name) => isOther(typed.get(name) ?? was.get(name), stored[name])).forEach((name) => clashes.add(name));
  }
  return { theirs, clashes };
}

function groupsOf(names: readonly string[], together: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [...new Set(names.map((name) => together.find((group) => group.includes(name)) ?? name))].map((group) => [group].flat());
}

/** Browsers send line ends of their own, and forms drop the spaces around what was typed. */
function isOther(one: string | undefined, other: string | undefined): boolean {
  return one === undefined || other === undefined || plain(one) !== plain(other);
}

function plain(text: string): string {
  return text.replace(/\r\n?/g, '\n').normalize('NFC').trim();
}
