import { join, trusted, type Html } from '../../platform/html/html';
import type { Problem } from '../../platform/http/errors';
import type { Templates } from '../../platform/http/views';
import { problemLinks } from '../form-controls/problem-links';
import { renderControls } from '../form-controls/render-controls';
import type { AnyPageType } from '../page-type';
import { commonFormFields, promoteFields, settingsFields } from '../pages/common-form';
import { text as textField } from '../fields/text';
import type { PageText } from '../revisions/page-text';
import type { Labels } from './labels';
import type { EditorView } from './views';

/** A text in the form: with problems, after something was refused. */
export interface Printed {
  readonly text: PageText;
  readonly problems: readonly Problem[];
  readonly typed: ReadonlyMap<string, string>;
}

interface Options {
  readonly templates: Templates;
  readonly type: AnyPageType;
  readonly labels: Labels;
  readonly zone: string;
  readonly may: (permission: string) => boolean;
  /** The home page has no slug. */
  readonly hasSlug: boolean;
}

const slugFields = { slug: textField({ label: 'Slug', max: 255, help: 'The last part of the address. Empty: made from the title.' }) };

/** The three parts of the form: what the page says, how it is found, how it is to be read. */
export function controlsOf({ templates, type, labels, zone, may, hasSlug }: Options, { text, problems, typed }: Printed): EditorView['controls'] {
  const options = {
    problems: byPath(problems), typed, zone, may,
    labelOf: (uri: string) => labels.names.get(uri) ?? null, thumbOf: (uri: string) => labels.pictures.get(uri)?.thumb ?? null,
  };
  const of = (fields: Parameters<typeof renderControls>[1], content: Readonly<Record<string, unknown>>, prefix: string): Html => (
    renderControls({ templates }, fields, content, { ...options, prefix })
  );
  const common = { ...text.common };
  return {
    content: of(type.fields, text.content, 'content'),
    promote: join([hasSlug ? of(slugFields, { slug: text.slug }, '') : trusted(''), of(promoteFields, common, 'common')]),
    settings: of(settingsFields, common, 'common'),
  };
}

/** For the summary above the form, in the order of the form; each once. */
export function linksToProblems(type: AnyPageType, { text, problems }: Printed): EditorView['problems'] {
  const messages = byPath(problems);
  const title = messages.get('title');
  const slug = messages.get('slug');
  return [
    ...(title === undefined ? [] : [{ href: '#f-title', label: 'Title', message: title }]),
    ...problemLinks(type.fields, text.content, messages, 'content'),
    ...(slug === undefined ? [] : [{ href: '#f-slug', label: 'Slug', message: slug }]),
    ...problemLinks(commonFormFields, { ...text.common }, messages, 'common'),
    ...[...messages].filter(([path]) => !/^(title|slug|content\..*|common\..*)$/.test(path)).map(([, message]) => ({ href: null, label: '', message })),
  ];
}

/** The first thing said of each place. */
function byPath(problems: readonly Problem[]): Map<string, string> {
  return new Map([...problems].reverse().map(({ field, message }) => [field, message]));
}
