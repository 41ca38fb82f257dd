import type { PaneForm } from './merge-edit';
import { mergeFields } from './merge-fields';
import type { Refused } from './section';
import type { ShownFile } from './show-queries';
import type { PaneField } from './views';

/** The fields that every kind has. */
export function commonFields({ title, tags, collectionId }: Pick<ShownFile, 'title' | 'tags' | 'collectionId'>): { title: string; tags: string; collection: string } {
  return { title, tags: tags.join(', '), collection: collectionId === null ? '' : String(collectionId) };
}

/**
 * Every field of the form: as it is stored, or after a refusal as it was typed; where only somebody else changed it, as they did. `say`: what a
 * stored value is called beside another that was typed, where it is not its own words.
 */
export function paneFields<Row, Name extends string>(
  { stored: read, together }: PaneForm<Row, Name>, row: Row, refused: Refused | null, say: Readonly<Partial<Record<Name, (value: string) => string>>>,
): Record<Name, PaneField> {
  const stored = read(row);
  const isConflict = refused?.isConflict === true;
  const merged = isConflict && refused.was.size > 0 ? mergeFields(stored, refused, together) : null;
  const field = (name: Name): PaneField => {
    const value = (merged?.theirs.has(name) ? undefined : refused?.typed.get(name)) ?? stored[name];
    const isOther = merged ? merged.clashes.has(name) : isConflict && value.trim() !== stored[name];
    return {
      value, now: isOther ? say[name]?.(stored[name]) ?? (stored[name] || 'Nothing') : null, problem: refused?.problems.get(name) ?? null,
      // after a conflict one has seen what is there now; after a mistake the form is still about what it showed first
      was: (isConflict ? undefined : refused?.was.get(name)) ?? stored[name],
    };
  };
  return Object.fromEntries((Object.keys(stored) as Name[]).map((name) => [name, field(name)])) as Record<Name, PaneField>;
}
