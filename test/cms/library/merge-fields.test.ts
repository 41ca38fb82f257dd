import { mergeFields, type FormFields } from '../../../src/cms/library/merge-fields';

const TOGETHER = [['x', 'y']];
const NAMES = ['title', 'x', 'y'] as const;
type Row = Record<(typeof NAMES)[number], string>;

const form = (was: Partial<Row>, typed: Partial<Row>): FormFields => ({ was: new Map(Object.entries(was)), typed: new Map(Object.entries(typed)) });

/** What is stored in the end; undefined: refused. */
function outcome(stored: Row, fields: FormFields): Row | undefined {
  const { theirs, clashes } = mergeFields(stored, fields, TOGETHER);
  if (clashes.size > 0) return undefined;
  return Object.fromEntries(NAMES.map((name) => [name, theirs.has(name) ? stored[name] : fields.typed.get(name) ?? stored[name]])) as Row;
}

const VALUES = ['a', 'b', 'c'];
const rows: Row[] = VALUES.flatMap((title) => VALUES.flatMap((x) => VALUES.map((y) => ({ title, x, y }))));
const was: Row = { title: 'a', x: 'a', y: 'a' };

test('of all pairs of changes: nothing that either wrote is lost without a refusal, and nothing is refused that need not be', () => {
  for (const stored of rows) {
    for (const typed of rows) {
      const merged = outcome(stored, form(was, typed));
      for (const group of [['title'], ['x', 'y']] as const) {
        const pick = (row: Row): string => group.map((name) => row[name]).join();
        const [theirs, mine, before] = [pick(stored), pick(typed), pick(was)];
        if (merged) expect(pick(merged)).toBe(mine === before ? theirs : mine);
      }
      const isClash = [(row: Row) => row.title, (row: Row) => row.x + row.y].some((pick) => pick(stored) !== pick(was) && pick(typed) !== pick(was) && pick(stored) !== pick(typed));
      expect(merged === undefined).toBe(isClash);
    }
  }
});

test('what was not sent stays, of two fields that are one answer both are marked, and a field of which nobody says what it was is changed by both', () => {
  expect(outcome({ title: 'b', x: 'a', y: 'a' }, form(was, { x: 'c', y: 'a' }))).toEqual({ title: 'b', x: 'c', y: 'a' });
  expect([...mergeFields({ title: 'a', x: 'b', y: 'a' }, form(was, { title: 'a', x: 'a', y: 'c' }), TOGETHER).clashes]).toEqual(['x', 'y']);
  expect([...mergeFields({ ...was, title: 'b' }, form({ x: 'a', y: 'a' }, { title: 'c' }), TOGETHER).clashes]).toEqual(['title']);
  expect(outcome({ ...was, title: 'b' }, form({ x: 'a', y: 'a' }, { title: 'b' }))).toEqual({ ...was, title: 'b' });
});

test('line ends and spaces around a text are no change', () => {
  expect(outcome({ ...was, title: 'b' }, form({ ...was, title: 'one\ntwo' }, { title: ' one\r\ntwo ' }))?.title).toBe('b');
});
