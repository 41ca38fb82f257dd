import type { Content } from '../../../src/cms/content';
import { fieldsHtml } from '../../../src/cms/history/field-html';
import { diffHtml } from '../../../src/cms/history/html-diff';
import { createRenderer } from '../../../src/cms/references/content-renderer';
import { getPageType } from '../../../src/cms/registry';
import { openSeededSite, type TestSite } from '../../support/site';
import { wellFormed, withoutMarked, wordsOf } from './diff-checks';

let site: TestSite;
beforeAll(async () => { site = await openSeededSite(); }, 60_000);
afterAll(() => site.close());

test('the texts of any two pages of the demonstration compare to whole markup that holds both', async () => {
  const { db, registry, templates } = site.deps;
  const rows = await db('pages as p').join('revisions as r', 'r.id', 'p.liveRevisionId').orderBy('p.type').orderBy('p.id').select<{ type: string; content: Content }[]>('p.type', 'r.content');
  const texts = rows.map(({ type, content }) => fieldsHtml(getPageType(registry, type).fields, content, createRenderer({ targets: new Map(), kinds: registry.referenceKinds, templates, baseUrl: 'https://example.org' })));
  const wrong: string[] = [];
  let compared = 0;
  for (const [index, newer] of texts.entries()) {
    const { html } = diffHtml(texts[index - 1] ?? '', newer);
    if (html === null) continue;
    compared += 1;
    const older = texts[index - 1] ?? '';
    if (wellFormed(newer) && !wellFormed(html)) wrong.push(`${index} markup`);
    if (wordsOf(withoutMarked(html, 'del')).join(' ') !== wordsOf(newer).join(' ')) wrong.push(`${index} newer`);
    if (wordsOf(withoutMarked(html, 'ins')).join(' ') !== wordsOf(older).join(' ')) wrong.push(`${index} older`);
  }
  expect(compared).toBeGreaterThan(150);
  expect(wrong).toEqual([]);
}, 120_000);
