import { may, pagesFor, VERBS, type Grant, type Target, type Verb } from '../../src/accounts/permissions';
import { presetGroups } from '../../src/accounts/preset-groups';

const PAGE = { page: { id: 42, ancestorIds: [1, 7], ownerId: 5 } } satisfies Target;

function holder(...grants: Grant[]) {
  return { id: 3, active: true, grants };
}

test('what nobody granted is denied, to strangers and to the deactivated', () => {
  expect(may(undefined, 'view', PAGE)).toBe(false);
  expect(may(holder(), 'view', PAGE)).toBe(false);
  expect(may({ ...holder({ verb: 'view', scope: '*' }), active: false }, 'view', PAGE)).toBe(false);
});

test.each([['*', true], ['page:42', true], ['page:7', true], ['page:4', false], ['page:420', false], ['area:media', false]])(
  'a grant on %s covers a page at 1/7/42: %s', (scope, expected) => {
    expect(may(holder({ verb: 'edit', scope }), 'edit', PAGE)).toBe(expected);
    expect(may(holder({ verb: 'edit', scope }), 'publish', PAGE)).toBe(false);
  },
);

test.each([['*', true], ['area:snippets', true], ['area:snippets:topic', true], ['area:snippets:top', false], ['area:snip', false], ['page:1', false]])(
  'a grant on %s covers the snippets of type topic: %s', (scope, expected) => {
    expect(may(holder({ verb: 'manage', scope }), 'manage', { area: 'snippets:topic' })).toBe(expected);
  },
);

test('a grant on one type of snippets does not cover the others', () => {
  expect(may(holder({ verb: 'manage', scope: 'area:snippets:topic' }), 'manage', { area: 'snippets' })).toBe(false);
});

test('who may add may change what they added, within the same pages', () => {
  const contributor = { ...holder({ verb: 'add', scope: 'page:7' }), id: 5 };
  expect(may(contributor, 'edit', PAGE)).toBe(true);
  expect(may({ ...contributor, id: 6 }, 'edit', PAGE)).toBe(false);
  expect(may(contributor, 'edit', { page: { ...PAGE.page, ancestorIds: [1] } })).toBe(false);
  expect(may(contributor, 'publish', PAGE)).toBe(false);
});

test('lists are narrowed by the same grants', () => {
  expect(pagesFor(holder({ verb: 'view', scope: '*' }), 'view')).toBe('all');
  expect(pagesFor(holder({ verb: 'view', scope: 'page:7' }, { verb: 'view', scope: 'page:9' }, { verb: 'edit', scope: 'page:1' }), 'view')).toEqual([7, 9]);
  expect(pagesFor(undefined, 'view')).toEqual([]);
});

const ALLOWED: Record<string, readonly (Verb | 'users')[]> = {
  administrators: ['enter', 'view', 'add', 'edit', 'publish', 'lock', 'trash', 'users'],
  publishers: ['enter', 'view', 'add', 'edit', 'publish', 'lock', 'trash'],
  editors: ['enter', 'view', 'add', 'edit', 'lock', 'trash'],
  contributors: ['enter', 'view', 'add'],
  viewers: ['enter', 'view'],
};

test.each(presetGroups.map(({ key, grants }) => ({ key, grants })))('$key may exactly what their table says', ({ key, grants }) => {
  const user = holder(...grants);
  const verbs = (Object.keys(VERBS) as Verb[]).filter((verb) => verb !== 'manage' && may(user, verb, verb === 'enter' ? { area: 'staff' } : PAGE));
  expect([...verbs, ...(may(user, 'manage', { area: 'users' }) ? ['users'] : [])]).toEqual(ALLOWED[key]);
});
