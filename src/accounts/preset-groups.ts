import { VERBS, type Grant, type Verb } from './permissions';

export interface PresetGroup {
  /** Stored: never renamed. */
  readonly key: string;
  readonly name: string;
  readonly description: string;
  readonly grants: readonly Grant[];
}

export const ADMINISTRATORS = 'administrators';

const EVERY_VERB = Object.keys(VERBS) as Verb[];

/** The groups that a new site starts with. Who may change groups can change these too: they are made once. */
export const presetGroups: readonly PresetGroup[] = [
  preset(ADMINISTRATORS, 'Administrators', 'May do everything, also with people, groups and settings.', on('*', ...EVERY_VERB)),
  preset('publishers', 'Publishers', 'Write, publish and take offline everywhere, and look after media, menus, snippets, forms and redirects.', [
    ...on('area:staff', 'enter'), ...on('*', 'view', 'add', 'edit', 'publish', 'lock', 'trash'),
    ...['media', 'menus', 'snippets', 'forms', 'redirects'].flatMap((area) => on(`area:${area}`, 'manage')),
  ]),
  preset('editors', 'Editors', 'Write everywhere; somebody else publishes.', [
    ...on('area:staff', 'enter'), ...on('*', 'view', 'add', 'edit', 'lock', 'trash'), ...on('area:media', 'manage'), ...on('area:snippets', 'manage'),
  ]),
  preset('contributors', 'Contributors', 'Add pages and change their own; somebody else publishes.', [
    ...on('area:staff', 'enter'), ...on('*', 'view', 'add'), ...on('area:media', 'manage'),
  ]),
  preset('viewers', 'Viewers', 'See everything in the staff area and change nothing.', [...on('area:staff', 'enter'), ...on('*', 'view')]),
];

function preset(key: string, name: string, description: string, grants: readonly Grant[]): PresetGroup {
  return { key, name, description, grants };
}

function on(scope: string, ...verbs: Verb[]): Grant[] {
  return verbs.map((verb) => ({ verb, scope }));
}
