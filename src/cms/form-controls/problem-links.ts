import type { Block } from '../block-type';
import type { Field, Fields } from '../field';
import type { BlocksField } from '../fields/blocks';
import type { GroupField } from '../fields/group';
import type { ListField } from '../fields/list';
import { isOptional } from '../fields/optional';

export interface ProblemLink {
  /** `#f-content.body.b7.value.text` */
  readonly href: string;
  /** `Text, block 4 (Callout): Title` */
  readonly label: string;
  readonly message: string;
}

/**
 * The summary above a form: one link for each problem, to its control. Problems elsewhere (`title`, `common.…` when the
 * prefix is `content`) are left to the other calls.
 */
export function problemLinks(fields: Fields, content: Readonly<Record<string, unknown>>, problems: ReadonlyMap<string, string>, prefix: string): ProblemLink[] {
  const here = [...problems].filter(([path]) => prefix === '' || path.startsWith(`${prefix}.`));
  return here.map(([path, message]) => {
    const steps = path.slice(prefix === '' ? 0 : prefix.length + 1).split('.');
    const { name, labels } = inFields(fields, content, steps, { name: prefix, labels: [] });
    return { href: `#f-${name}`, label: labels.join(': '), message };
  });
}

/** How far the path has been followed: the name of the control so far, and what is said of it. */
interface Found {
  readonly name: string;
  readonly labels: readonly string[];
}

function inFields(fields: Fields, value: unknown, [step, ...steps]: readonly string[], found: Found): Found {
  const field = step !== undefined && Object.hasOwn(fields, step) ? fields[step] : undefined;
  if (!field || step === undefined) return found;
  const name = found.name === '' ? step : `${found.name}.${step}`;
  return inField(field, partOf(value, step), steps, { name, labels: field.label === '' ? found.labels : [...found.labels, field.label] });
}

function inField(field: Field<unknown>, value: unknown, steps: readonly string[], found: Found): Found {
  const of = isOptional(field) ? field.of : field;
  if (steps.length === 0) return found;
  if (of.kind === 'group') return inFields((of as GroupField<Fields>).fields, value, steps, found);
  if (of.kind === 'list') return inList(of as ListField<unknown>, value, steps, found);
  return of.kind === 'blocks' ? inBlocks(of as BlocksField, value, steps, found) : found;
}

function inList({ of }: ListField<unknown>, value: unknown, [index = '', ...steps]: readonly string[], { name, labels }: Found): Found {
  if (!/^\d+$/.test(index)) return { name, labels };
  const [label, ...outer] = [...labels].reverse();
  return inField(of, partOf(value, index), steps, { name: `${name}.${index}`, labels: [...outer.reverse(), `${label} ${Number(index) + 1}`] });
}

function inBlocks({ types }: BlocksField, value: unknown, [index = '', ...steps]: readonly string[], { name, labels }: Found): Found {
  const block = Array.isArray(value) ? (value as Block[])[Number(index)] : undefined;
  if (!block) return { name, labels };
  const type = types.find((one) => one.type === block.type);
  const [label, ...outer] = [...labels].reverse();
  const here = [...outer.reverse(), `${label}, block ${Number(index) + 1} (${type?.label ?? block.type})`];
  const fields = type && !isLonely(type.fields) ? type.fields : withoutLabels(type?.fields ?? {});
  return steps[0] === 'value' ? inFields(fields, block.value, steps.slice(1), { name: `${name}.${block.id}.value`, labels: here }) : { name: `${name}.${block.id}`, labels: here };
}

/** The only field of a block needs no name beside the block's. */
function isLonely(fields: Fields): boolean {
  return Object.keys(fields).length === 1;
}

function withoutLabels(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, { ...field, label: '' }]));
}

function partOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}
