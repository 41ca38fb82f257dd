import fs from 'node:fs';
import path from 'node:path';
import request from 'supertest';
import { parseHtml } from '../../../src/cms/rich-text/parse-html';
import { importIndex } from '../../../src/imports/rfc-editor/import-index';
import { upsertRfcs } from '../../../src/site/standards/rfc-store-queries';
import { rfcRecord } from '../../../src/site/standards/rfc-record';
import type { Rfc } from '../../../src/site/standards/rfc';
import { addPage, openEmptySite, type TestSite } from '../../support/site';

export const AT = new Date('2026-11-22T09:00:00Z');
const INDEX = path.join(__dirname, '..', '..', 'imports', 'rfc-editor', 'rfc-index.xml');
const OLDER: Rfc = {
  number: 100, title: 'A title with <b>marks</b> & signs', status: 'Proposed Standard', stream: 'IETF', date: '2001-02', authors: ['A. Author'], group: null, draft: null,
  series: [], abstract: null, obsoletes: [], obsoletedBy: [], updates: [], updatedBy: [],
};

/** A site with a list of RFCs: those of the sample, and RFC 100 to 159, enough for a second page. */
export async function openRfcSite(): Promise<TestSite> {
  const site = await openEmptySite({ now: () => AT });
  await site.deps.db.transaction((trx) => importIndex(trx, fs.createReadStream(INDEX), { at: AT, allowFewer: false }));
  await upsertRfcs(site.deps.db, Array.from({ length: 60 }, (_, index) => rfcRecord({ ...OLDER, number: 100 + index })));
  await addPage(site, { path: '/rfc', type: 'rfc-list', title: 'RFCs' });
  return site;
}

/** The content of a page whose text cites these. */
export function citing(site: TestSite, ...refs: string[]): Record<string, unknown> {
  const text = parseHtml(refs.map((ref) => `<p>See <a href="${ref}"></a>.</p>`).join(''), 'full');
  return { ...site.deps.registry.pageTypes.get('standard')!.example, keyInfo: [{ id: 'b1', type: 'paragraph', value: { text } }] };
}

export async function getPage(site: TestSite, url: string, status = 200): Promise<string> {
  return (await request(site.server).get(url).expect(status)).text;
}

/** The words of the headings of a level. */
export function headings(html: string, level: number): string[] {
  return [...html.matchAll(new RegExp(`<h${level}[^>]*>(.*?)</h${level}>`, 'gs'))].map(([, text]) => text!.replace(/<[^>]*>/g, '').trim());
}
