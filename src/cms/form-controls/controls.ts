import type { Html } from '../../platform/html/html';
import { localTime } from '../../platform/local-time';
import { richCells } from '../fields/cell-html';
import type { ChoiceField } from '../fields/choice';
import type { ImageValue } from '../fields/image';
import type { Link } from '../fields/link';
import { isOptional, type OptionalField } from '../fields/optional';
import type { ReferenceField } from '../fields/reference';
import { editableHtml } from '../fields/rich-text-form';
import type { RichTextField } from '../fields/rich-text';
import { tableHtml, type CellHtml } from '../fields/table-html';
import { typedCellsHtml } from '../fields/typed-cells';
import type { Field } from '../field';
import type { RichText } from '../rich-text/document';
import { framed, frameOf, problemAt, shownAt, type Place } from './place';
import type { Line } from './views';

/** A method, so that each may name the field and the value that its kind has. `field` may be the optional one around it. */
interface Control {
  write(place: Place, field: Field<unknown>, value: unknown): Html;
}

/** By kind of field: how its view data is made. Kinds that hold others are in nested.ts. */
export const CONTROLS: Readonly<Record<string, Control['write']>> = {
  text: line({ type: 'text' }),
  email: line({ type: 'email' }),
  url: line({ type: 'url' }),
  number: line({ type: 'text', mode: 'decimal' }),
  date: line({ type: 'date' }),
  'date-time': dateTime,
  'multiline-text': area({ rows: 3 }),
  markdown: area({ rows: 10, isCode: true }),
  'raw-html': area({ rows: 8, isCode: true }),
  boolean: (place, field, value: boolean) => place.templates.render('admin/form-controls/boolean', { frame: frameOf(place, field, value), isOn: value }),
  choice,
  image,
  link,
  reference,
  'rich-text': richText,
  cells: table(richCells),
  'typed-cells': table(typedCellsHtml),
};

/** What an optional field without a value shows, where the kind's own empty value would say something. */
export const BLANK: ReadonlyMap<string, string> = new Map([['number', ''], ['choice', '']]);

function line({ type, mode = null }: { type: Line['type']; mode?: Line['mode'] }): Control['write'] {
  return (place, field, value: string | number | null) => {
    const frame = frameOf(place, field, value);
    return framed(place, frame, place.templates.render('admin/form-controls/line', lineOf(place, field, { type, mode, value: String(value ?? '') })));
  };
}

/** A browser shows a date that is none as nothing: as text it can be seen and put right. */
function lineOf(place: Place, field: Field<unknown>, { type, mode, value }: Pick<Line, 'type' | 'mode' | 'value'>): Line {
  const shown = shownAt(place, value);
  const isRefused = shown !== value && (type === 'date' || type === 'datetime-local');
  return { frame: frameOf(place, field, value || null), type: isRefused ? 'text' : type, mode, value: shown, max: maxOf(field) };
}

function maxOf(field: Field<unknown>): number | null {
  const max = 'max' in field && field.kind.endsWith('text') ? field.max : null;
  return typeof max === 'number' ? max : null;
}

function area({ rows, isCode = false }: { rows: number; isCode?: boolean }): Control['write'] {
  return (place, field, value: string | null) => {
    const frame = frameOf(place, field, value);
    return framed(place, frame, place.templates.render('admin/form-controls/area', { frame, rows, isCode, max: maxOf(field), value: shownAt(place, value ?? '') }));
  };
}

function dateTime(place: Place, field: Field<unknown>, stored: string | null): Html {
  const { zone } = place.options;
  const value = stored === null ? '' : localTime(zone, new Date(stored));
  const line = lineOf(place, field, { type: 'datetime-local', mode: null, value });
  return framed(place, line.frame, place.templates.render('admin/form-controls/date-time', { line, zone, stored: stored ?? '' }));
}

/** A value that is not offered any more stays until another one is chosen. */
function choice(place: Place, field: ChoiceField<string | number> | OptionalField<string | number>, value: string | number): Html {
  const frame = frameOf(place, field, value);
  const { choices } = (isOptional(field) ? field.of : field) as ChoiceField<string | number>;
  const offered = [...(isOptional(field) ? [{ value: '', label: '–' }] : []), ...choices];
  const all = offered.some((one) => one.value === value) ? offered : [...offered, { value, label: `${value} (not offered any more)` }];
  const options = all.map((one) => ({ value: String(one.value), label: one.label, isChosen: one.value === value }));
  return framed(place, frame, place.templates.render('admin/form-controls/choice', { frame, options }));
}

function image(place: Place, field: Field<unknown>, value: ImageValue | null): Html {
  const { labelOf, thumbOf } = place.options;
  const ref = shownAt(place, value?.ref ?? '');
  const alt = shownAt(place, value?.alt ?? '', 'alt');
  const answer = value?.decorative ? 'decorative' : alt === '' ? null : 'described';
  return place.templates.render('admin/form-controls/image', {
    frame: frameOf(place, field, value), image: { ref, kinds: 'image', label: nameOf(ref, labelOf) }, alt, answer,
    isAsked: ref !== '' && answer === null, thumb: ref === '' ? null : thumbOf?.(ref) ?? null,
  });
}

function link(place: Place, field: Field<unknown>, value: Link | null): Html {
  const ref = shownAt(place, value?.ref ?? '', 'ref');
  const text = shownAt(place, value?.text ?? '', 'text');
  const frame = { ...frameOf(place, field, value), problem: problemAt(place, 'below') };
  return place.templates.render('admin/form-controls/link', { frame, link: { ref, kinds: 'page document', label: nameOf(ref, place.options.labelOf) }, text });
}

function reference(place: Place, field: ReferenceField | OptionalField<string | null>, value: string | null): Html {
  const frame = frameOf(place, field, value);
  const { kinds } = (isOptional(field) ? field.of : field) as ReferenceField;
  const ref = shownAt(place, value ?? '');
  return framed(place, frame, place.templates.render('admin/form-controls/reference', { frame, reference: { ref, kinds: kinds.join(' '), label: nameOf(ref, place.options.labelOf) } }));
}

/** Addresses outside are their own name. */
function nameOf(ref: string, labelOf: (uri: string) => string | null | undefined): string | null {
  return ref === '' || /^(?:https?|mailto|tel):/.test(ref) ? null : labelOf(ref) ?? null;
}

function richText(place: Place, field: RichTextField | OptionalField<RichText>, value: RichText): Html {
  const frame = frameOf(place, field, value);
  const { size } = (isOptional(field) ? field.of : field) as RichTextField;
  return framed(place, frame, place.templates.render('admin/form-controls/rich-text', {
    frame, size, html: shownAt(place, editableHtml(value)), json: JSON.stringify(value),
  }));
}

function table<T>(cells: CellHtml<T>): Control['write'] {
  return (place, field, rows: T[][]) => {
    const frame = frameOf(place, field, rows);
    return framed(place, frame, place.templates.render('admin/form-controls/table', { frame, html: shownAt(place, tableHtml(rows, cells)), json: JSON.stringify(rows) }));
  };
}
