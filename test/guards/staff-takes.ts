export type Fields = Readonly<Record<string, string | readonly string[]>>;

/** A page of the sender's. */
export interface Mine { readonly page: number; readonly draft: number }

/**
 * What a request holds that would do something about a page of the sender's: in its query or its form. Each of `alone` is spoilt by itself, since
 * a bad one is refused before the others are looked at; those of `together`, which are read leniently, all at once.
 */
export interface Takes { readonly alone?: Fields; readonly together?: Fields }

const words = JSON.stringify({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Words' }] }] });
const list = { q: 'a', type: 'standard', status: 'draft', owner: '1', since: '2026-11-01', deep: '1', sort: 'title', after: '1.a', before: '1.a', reorder: '1', done: 'moved', n: '1', page: '1', undo: '1' };
const chooser = { below: '1', q: 'a', after: '1.a', before: '1.a' };
const trail = { who: 'a', what: 'page.saved', object: 'page:1', result: 'failed', from: '2026-11-01', to: '2026-11-02', before: '9' };
const moment = { date: '2027-01-04', time: '09:00', zone: 'UTC' };
const place = { parent: '/mine/', address: '' };
export const pageText = {
  title: 'Title', slug: 'slug', note: 'Note', then: '', 'content.introduction': 'Words', 'content.keyInfo.items': ['', 'a', 'b', 'c', 'd'],
  'content.keyInfo.a.type': 'paragraph', 'content.keyInfo.a.value.text.json': words, 'content.keyInfo.a.value.text.html': '<p>Words</p>',
  'content.keyInfo.b.type': 'table', 'content.keyInfo.b.value.rows.json': `[[${words}]]`, 'content.keyInfo.b.value.rows.html': '<table><tr><td>Words</td></tr></table>',
  'content.keyInfo.c.type': 'markdown', 'content.keyInfo.c.value.markdown': 'Words', 'content.keyInfo.d.type': 'raw-html', 'content.keyInfo.d.value.html': '<p>Words</p>',
  'content.relatedLinks.items': ['', '0'], 'content.relatedLinks.0.ref': 'page:1', 'content.relatedLinks.0.text': 'Words', 'content.callToAction': 'call-to-action:x',
  'common.description': 'Words', 'common.successor': 'page:1', 'common.socialImage': 'image:1', 'common.updatedOn': '2026-11-01', 'common.lang': 'en', 'common.status': 'current',
};
const ofPage = ({ draft }: Mine): Takes => ({ alone: { base: String(draft), number: '0', 'content.keyInfo.items': ['', 'a'] }, together: pageText });
const ofNewPage = ({ page }: Mine): Takes => ({ alone: { parent: String(page), type: 'standard', key: 'k'.repeat(22) }, together: pageText });

export const TAKES: Readonly<Record<string, Takes | ((mine: Mine) => Takes)>> = {
  'get /admin/find': { alone: { page: '1' }, together: { q: 'a' } }, 'get /admin/references': { together: { kind: 'page', q: 'a', limit: '9' } }, 'post /admin/paste': { alone: { html: '<p>Words</p>', size: 'full' } },
  'get /admin/history': { alone: { object: 'page:1' }, together: trail }, 'get /admin/history.csv': { alone: { object: 'page:1' }, together: trail },
  'get /admin/pages': { together: list }, 'get /admin/pages/:id': { together: list }, 'get /admin/schedule': { together: { done: 'scheduled' } },
  'get /admin/trash': { together: { q: 'a', after: '1.2026-11-01T00:00:00.000Z', before: '1.x', done: 'restored', page: '1', n: '1' } },
  'get /admin/pages/bulk': ({ page }) => ({ alone: { action: 'move', id: String(page) }, together: { back: '/admin/pages', ...chooser } }),
  'post /admin/pages/bulk': ({ page }) => ({ alone: { action: 'move', id: String(page), back: '/admin/pages', parent: '/mine/', reason: 'Over.' } }),
  'get /admin/pages/chooser': ({ page }) => ({ alone: { for: String(page), copying: '1' }, together: chooser }), 'get /admin/pages/new': ({ page }) => ({ alone: { parent: String(page), type: 'standard' } }),
  'post /admin/pages': ofNewPage, 'post /admin/pages/preview': ofNewPage, 'post /admin/pages/:id/revisions': ofPage, 'put /admin/pages/:id/working-copy': ofPage, 'post /admin/pages/:id/preview': ofPage,
  'get /admin/pages/:id/edit': { together: { done: 'saved' } }, 'get /admin/pages/:id/preview': ({ draft }) => ({ alone: { revision: String(draft), mine: '1' } }),
  'get /admin/pages/:id/preview-links': { together: { done: 'revoked' } }, 'post /admin/pages/:id/preview-links': { alone: { days: '7' } },
  'get /admin/pages/:id/history': ({ draft }) => ({ alone: { a: String(draft), b: String(draft) }, together: { view: 'page', before: '9', done: 'same' } }),
  'post /admin/pages/:id/history/restorations': ({ draft }) => ({ alone: { from: String(draft), part: 'all' } }),
  'post /admin/pages/:id/position': { alone: { before: '', version: '2', list: 'sort=title', undoing: '1' } },
  'post /admin/pages/:id/conflict': ({ draft }) => ({ alone: { theirs: String(draft), number: '1', act: 'save', 'choice.title': 'mine' } }),
  'post /admin/pages/:id/publication': ({ draft }) => ({ alone: { revision: String(draft), when: 'at', ...moment } }), 'post /admin/pages/:id/schedule': ({ draft }) => ({ alone: { revision: String(draft), ...moment } }),
  'delete /admin/pages/:id/publication': { alone: { reason: 'Over.', below: 'on' } }, 'post /admin/pages/:id/publication/undo': ({ draft }) => ({ alone: { revision: String(draft) } }),
  'get /admin/pages/:id/move': { together: chooser }, 'post /admin/pages/:id/move': { alone: place }, 'get /admin/pages/:id/copy': { together: chooser },
  'post /admin/pages/:id/copy': { alone: { ...place, title: 'Copy', slug: '', below: 'on' } }, 'post /admin/pages/:id/trash': { alone: { reason: 'Over.' } },
  'patch /admin/pages/:id/settings': { alone: { owner: '', reviewOn: '2027-01-04', ...moment } }, 'put /admin/pages/:id/access': { alone: { access: 'public', password: '' } },
  'patch /admin/profile': { alone: { name: 'Name', timeZone: 'UTC' } }, 'put /admin/profile/password': { alone: { current: 'not it', password: 'nothing like it at all' } },
  'get /admin/users': { together: { q: 'a', group: '1', state: 'active', page: '1' } }, 'post /admin/users': { alone: { email: 'x@', name: 'Name', groups: '1' } }, 'put /admin/users/:id/groups': { alone: { groups: '1' } },
  'get /admin/users/:id/permissions': { alone: { page: '/mine/' } }, 'post /admin/groups': { alone: { name: '', description: 'Words', grants: 'view *', page: '/mine/', pageVerbs: 'view' } },
};
/** Of a list that is not in the table. */
const USUAL: Takes = { together: { q: 'a', page: '1', done: 'saved', after: '1.a', before: '1.a' } };

/** `name`: `get /admin/pages/:id`. A change that is not in the table is asked with an empty form. */
export function takenBy(name: string, mine: Mine): Takes {
  const takes = TAKES[name];
  return typeof takes === 'function' ? takes(mine) : takes ?? (name.startsWith('get') ? USUAL : {});
}

export const deep = (open: string, close: string): string => open.repeat(10_000) + close.repeat(10_000);

export const DEEP: readonly string[] = [
  `{"type":"doc","content":[${deep('{"type":"blockquote","content":[', ']}')}]}`, deep('[', ']'), deep('<div>', '</div>'), deep('<ul><li>', ''), deep('> ', ''), deep('[', '](x)'),
];

export const OTHER_TYPES: readonly unknown[] = [null, [['a'], '\ud800'], { toString: 1, length: -1 }];
