import type { Html } from '../../platform/html/html';
import type { AnyBlockType, Block } from '../block-type';
import { emptyContent, type Content } from '../content';
import type { Field, Fields } from '../field';
import { MAX_BLOCKS, type BlocksField } from '../fields/blocks';
import type { GroupField } from '../fields/group';
import type { ListField } from '../fields/list';
import { isOptional, type OptionalField } from '../fields/optional';
import { frameOf, problemAt, within, type Place } from './place';
import type { BlockItem } from './views';

/** How what is inside is printed: given, since the two files would otherwise need each other. */
interface Inside {
  fieldsHtml(place: Place, fields: Fields, content: Readonly<Content>): Html;
  controlHtml(place: Place, field: Field<unknown>, value: unknown): Html;
}

/** A method, so that each may name the field and the value that its kind has. */
interface Nested {
  write(place: Place, field: Field<unknown>, value: unknown): Html;
}

/** What the browser puts a fresh token for when it adds an item. */
const NEW = '__new__';

export const NESTED: Readonly<Record<string, (inside: Inside) => Nested['write']>> = { group, list, blocks };

function group({ fieldsHtml }: Inside): Nested['write'] {
  return (place, field: GroupField<Fields> | OptionalField<Content>, value: Content | null) => {
    const { fields, empty } = (isOptional(field) ? field.of : field) as GroupField<Fields>;
    const asks = place.asks && !(isOptional(field) && value === null);
    return place.templates.render('admin/form-controls/group', {
      frame: frameOf(place, field, value), controls: fieldsHtml({ ...place, asks, hidesLabel: false }, fields, value ?? empty),
      isOptional: isOptional(field), isPresent: value !== null,
    });
  };
}

function list({ controlHtml }: Inside): Nested['write'] {
  return (place, field: ListField<unknown> | OptionalField<unknown[]>, value: readonly unknown[] | null) => {
    const { of, max, label } = (isOptional(field) ? field.of : field) as ListField<unknown>;
    const itemLabel = of.label || singular(label);
    const item = (token: string, index: string | number, one: unknown): Html => controlHtml({ ...within(place, token, index), hidesLabel: true }, of, one);
    return place.templates.render('admin/form-controls/list', {
      frame: frameOf(place, field, value), max, itemLabel,
      items: (value ?? []).map((one, index) => ({ token: String(index), controls: item(String(index), index, one) })),
      template: item(NEW, NEW, of.empty),
    });
  };
}

/** `Hosts` → `Host`: good enough for names of lists, and an ordinary word where it is not. */
function singular(label: string): string {
  return /^[A-Z][a-z]+[^s\W]s$/.test(label) ? label.slice(0, -1) : 'Entry';
}

function blocks({ fieldsHtml }: Inside): Nested['write'] {
  return (place, field: BlocksField | OptionalField<Block[]>, value: readonly Block[] | null) => {
    const { types } = (isOptional(field) ? field.of : field) as BlocksField;
    const frame = frameOf(place, field, value);
    const byType = new Map(types.map((type) => [type.type, type]));
    const usable = types.filter(({ permission }) => permission === null || place.options.may(permission));
    const inner = (type: AnyBlockType, at: Place, content: Content): Html => fieldsHtml({ ...within(at, 'value'), hidesLabel: isSingle(type) }, type.fields, content);
    return place.templates.render('admin/form-controls/blocks', {
      frame: { ...frame, hidesLabel: frame.hidesLabel && frame.mark === null }, max: MAX_BLOCKS,
      items: (value ?? []).map((block, index) => {
        const [type, at] = [byType.get(block.type), within(place, block.id, index)];
        return { ...itemOf(at, block, type), controls: type && usable.includes(type) ? inner(type, at, block.value) : null };
      }),
      templates: usable.map((type) => ({
        ...itemOf(within(place, NEW), { id: NEW, type: type.type }, type), controls: inner(type, within(place, NEW), emptyContent(type.fields)),
      })),
    });
  };
}

function itemOf(at: Place, { id, type: key }: Pick<Block, 'id' | 'type'>, type: AnyBlockType | undefined): Omit<BlockItem, 'controls'> {
  const locked = type
    ? `You may move or remove this block, but not change it: that needs a right of its own (${type.label}).`
    : 'This kind of block is not offered any more. It stays until somebody removes it; publishing asks for that.';
  return { id, type: key, label: type?.label ?? key, description: type?.description ?? '', locked, problem: problemAt(at, 'here') ?? problemAt({ ...at, path: `${at.path}.type` }, 'here') };
}

/** One visible field is named by its block. */
function isSingle(type: AnyBlockType): boolean {
  return Object.values(type.fields).filter(({ kind }) => kind !== 'fixed-references').length === 1;
}
