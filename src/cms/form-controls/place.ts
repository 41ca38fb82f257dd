import type { Html } from '../../platform/html/html';
import type { Templates } from '../../platform/http/views';
import type { Field } from '../field';
import { isOptional } from '../fields/optional';

export interface ControlOptions {
  /** What names begin with, and paths of problems: `content`. */
  readonly prefix: string;
  /** By path with indexes, as parseContent() and readContent() say them: `content.body.3.value.text`. */
  readonly problems: ReadonlyMap<string, string>;
  /** What somebody typed that no value could be made of, by the same paths: printed instead of the value. */
  readonly typed?: ReadonlyMap<string, string>;
  /** The person's time zone. */
  readonly zone: string;
  /** The name of what a reference leads to; nothing when it is not known. */
  labelOf(uri: string): string | null | undefined;
  /** A small picture of an image of the library. */
  thumbOf?(uri: string): string | null | undefined;
  /** Whether the person may change blocks that need this verb. */
  may(permission: string): boolean;
}

/** Where in the form a control stands. Names have tokens of items, paths their indexes. */
export interface Place {
  readonly templates: Templates;
  readonly options: ControlOptions;
  readonly name: string;
  readonly path: string;
  /** False inside what may be left out whole. */
  readonly asks: boolean;
  /** The item around it says what it is. */
  readonly hidesLabel: boolean;
}

export function within(place: Place, token: string, index: string | number = token): Place {
  const join = (one: string, other: string | number): string => (one === '' ? String(other) : `${one}.${other}`);
  return { ...place, name: join(place.name, token), path: join(place.path, index), hidesLabel: false };
}

/** What stands around every control. */
export interface Frame {
  readonly kind: string;
  readonly name: string;
  readonly id: string;
  readonly label: string;
  readonly hidesLabel: boolean;
  /** A word behind the label; null for what always has a value. */
  readonly mark: 'needed to publish' | 'optional' | null;
  readonly help: string | null;
  readonly problem: string | null;
  /** Of the control itself. */
  readonly describedBy: string | null;
}

/** Kinds that hold others, whose problems those show themselves. */
const CONTAINERS = new Set(['group', 'list', 'blocks']);
/** Kinds whose control is one text. */
const WRITTEN = new Set(['text', 'multiline-text', 'email', 'url', 'number', 'markdown', 'raw-html']);
/** Kinds that always say something, or to which `optional` would be noise. */
const UNMARKED = new Set(['boolean', 'choice', 'group', 'list', 'blocks', 'cells', 'typed-cells', 'number']);

export function frameOf(place: Place, field: Field<unknown>, value: unknown): Frame {
  const problem = problemAt(place, CONTAINERS.has(field.kind) ? 'here' : 'below');
  const id = `f-${place.name}`;
  const help = field.help || null;
  const describedBy = [help === null ? '' : `${id}-hint`, problem === null ? '' : `${id}-problem`].filter(Boolean).join(' ') || null;
  return { kind: field.kind, name: place.name, id, label: field.label, hidesLabel: place.hidesLabel, mark: markOf(place, field, value), help, problem, describedBy };
}

/** Only where nothing is filled in: a form of marks says nothing. Of texts the style sheet hides it as soon as something is typed. */
function markOf(place: Place, field: Field<unknown>, value: unknown): Frame['mark'] {
  if (!WRITTEN.has(field.kind) && JSON.stringify(value) !== JSON.stringify(field.empty)) return null;
  if (place.asks && isNeeded(field)) return 'needed to publish';
  return isOptional(field) || !UNMARKED.has(field.kind) ? 'optional' : null;
}

/** What publishing refuses when nothing was filled in. A container's own parts say it themselves. */
export function isNeeded(field: Field<unknown>): boolean {
  if (field.kind === 'group' || isOptional(field)) return false;
  let needed = known.get(field);
  if (needed === undefined) known.set(field, needed = !field.schema.safeParse(field.empty).success);
  return needed;
}

const known = new WeakMap<Field<unknown>, boolean>();

export function problemAt({ options, path }: Pick<Place, 'options' | 'path'>, where: 'here' | 'below'): string | null {
  const exact = options.problems.get(path);
  if (exact !== undefined || where === 'here') return exact ?? null;
  for (const [at, message] of options.problems) if (at.startsWith(`${path}.`)) return message;
  return null;
}

/** What the control shows: the text that somebody typed there, or the value's. */
export function shownAt(place: Place, value: string, part = ''): string {
  return place.options.typed?.get(part === '' ? place.path : `${place.path}.${part}`) ?? value;
}

/** The control with its label, help and problem around it. */
export function framed({ templates }: Place, frame: Frame, control: Html): Html {
  return templates.render('admin/form-controls/field', { frame, control });
}
