import { join, trusted, type Html } from '../../platform/html/html';
import type { Templates } from '../../platform/http/views';
import type { Content } from '../content';
import type { Field, Fields } from '../field';
import { isOptional } from '../fields/optional';
import { BLANK, CONTROLS } from './controls';
import { NESTED } from './nested';
import { within, type ControlOptions, type Place } from './place';
import './views';

/**
 * The editing form of a record of fields, in their order. Its encoding is what `Field.fromForm` reads: a form that nobody
 * touched gives back the content it was printed from.
 */
export function renderControls({ templates }: { templates: Templates }, fields: Fields, content: Readonly<Content>, options: ControlOptions): Html {
  const { prefix: name } = options;
  return fieldsHtml({ templates, options, name, path: name, asks: true, hidesLabel: false }, fields, content);
}

export function fieldsHtml(place: Place, fields: Fields, content: Readonly<Content>): Html {
  return join(Object.entries(fields).map(([name, field]) => (
    controlHtml({ ...within(place, name), hidesLabel: place.hidesLabel || isOnlyStream(fields, field) }, field, Object.hasOwn(content, name) ? content[name] : field.empty)
  )));
}

/** Its blocks say what they are: a heading above the first would say "Text" twice. Of several streams each is named. */
function isOnlyStream(fields: Fields, field: Field<unknown>): boolean {
  return field.kind === 'blocks' && Object.values(fields).filter(({ kind }) => kind === 'blocks').length === 1;
}

/** One field, whatever its kind. Null of an optional one prints its control blank. */
export function controlHtml(place: Place, field: Field<unknown>, value: unknown): Html {
  if (field.kind === 'fixed-references') return trusted('');
  const of = isOptional(field) ? field.of : field;
  const nested = NESTED[of.kind];
  if (nested) return nested({ fieldsHtml, controlHtml })(place, field, value);

  const control = CONTROLS[of.kind];
  if (!control) throw new Error(`There is no form control for fields of the kind ${of.kind}`);
  return control(place, field, value ?? (isOptional(field) ? BLANK.get(of.kind) ?? of.empty : value));
}
