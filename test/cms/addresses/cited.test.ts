import fs from 'node:fs';
import path from 'node:path';
import request from 'supertest';
import { parseCsv } from '../../../seeds/csv';
import { ROOT } from '../../../src/platform/root';
import { openSeededSite, type TestSite } from '../../support/site';

/** Addresses on www.ietf.org that RFCs cite. The whole list is not ours to keep, so it lies beside the project or is absent. */
const LIST = path.join(ROOT, '..', 'shared', 'data', 'rfc-cited-urls.csv');

let site: TestSite;
beforeAll(async () => { site = await openSeededSite(); }, 60_000);
afterAll(() => site.close());

interface Answered { path: string; status: number; location: string | undefined }

/** As a reader's program asks: without the fragment. */
async function ask(address: string): Promise<Answered> {
  const { status, headers } = await request(site.server).get(address.replace(/#.*/, ''));
  return { path: address, status, location: headers.location };
}

async function askAll(addresses: readonly string[]): Promise<Answered[]> {
  const answers: Answered[] = [];
  for (const address of addresses) answers.push(await ask(address));
  return answers;
}

const listed = fs.existsSync(LIST) ? parseCsv(fs.readFileSync(LIST, 'utf8')).map((row) => row.path!) : null;
if (listed === null) process.stderr.write(`${LIST} is not here: the addresses that RFCs cite are tested by our own examples only.\n`);

(listed ? test : test.skip)('every address that an RFC cites answers with a page, one redirect or a reason', async () => {
  const answers = await askAll(listed!);
  expect(answers.length).toBeGreaterThan(300);
  expect(answers.filter(({ status }) => ![200, 301, 302, 410].includes(status))).toEqual([]);
  expect(answers.filter(({ status }) => status === 410).length / answers.length).toBeLessThan(0.25);

  const own = [...new Set(answers.flatMap(({ location }) => (location?.startsWith('/') ? [location] : [])))];
  expect((await askAll(own)).filter(({ status }) => status !== 200)).toEqual([]);
}, 120_000);

/** Others of the same families, made up for this test. */
test.each<[string, number, string | RegExp | undefined]>([
  ['/mail-archive/web/quic/current/msg00001.html', 301, 'https://mailarchive.ietf.org/arch/browse/quic/'],
  ['/mail-archive/web/QUIC/', 301, 'https://mailarchive.ietf.org/arch/browse/quic/'],
  ['/mail-archive/web/ietf-announce/current/thrd2.html', 301, 'https://mailarchive.ietf.org/arch/browse/ietf-announce/'],
  ['/mail-archive/web/', 301, 'https://mailarchive.ietf.org/arch/'],
  ['/archive/id/draft-ietf-quic-http-34.txt', 301, 'https://datatracker.ietf.org/doc/html/draft-ietf-quic-http-34'],
  ['/archive/id/draft-ietf-quic-http-34', 301, 'https://datatracker.ietf.org/doc/html/draft-ietf-quic-http-34'],
  ['/id/draft-ietf-quic-http-34.html', 301, 'https://datatracker.ietf.org/doc/html/draft-ietf-quic-http-34'],
  ['/internet-drafts/draft-ietf-quic-http-34.txt', 301, 'https://datatracker.ietf.org/doc/html/draft-ietf-quic-http-34'],
  ['/internet-drafts', 301, '/participate/ids/'],
  ['/ietf-ftp/ietf-mail-archive/snmpv2/', 301, 'https://mailarchive.ietf.org/arch/browse/snmpv2/'],
  ['/ietf-ftp/anything/else.txt', 410, undefined],
  ['/proceedings/70/slides/dime-2.ppt', 301, 'https://datatracker.ietf.org/meeting/70/proceedings'],
  ['/proceedings/94/slides/slides-94-tls-0.pdf', 301, 'https://datatracker.ietf.org/meeting/94/materials/slides-94-tls-0'],
  ['/proceedings/94/minutes/minutes-94-tls', 301, 'https://datatracker.ietf.org/meeting/94/materials/minutes-94-tls'],
  ['/proceedings/94/', 301, 'https://datatracker.ietf.org/meeting/94/proceedings'],
  ['/proceedings/99mar/slides/x.html', 301, 'https://datatracker.ietf.org/meeting/44/proceedings'],
  ['/proceedings/interim/2013/02/05/rtcweb/slides.pdf', 301, 'https://datatracker.ietf.org/group/rtcweb/meetings/'],
  ['/proceedings/interim-2016-t2trg-02/slides/a.pdf', 301, 'https://datatracker.ietf.org/meeting/interim-2016-t2trg-02/session/t2trg'],
  ['/proceedings/60/slides/a talk, with a comma.ppt', 410, undefined],
  ['/iesg/implementation/report-dhcp.txt', 410, undefined],
  ['//iesg/implementation/report-dhcp.txt', 410, undefined],
  ['/iesg/statement/copyright.html', 301, '/about/groups/iesg/statements/'],
  ['/iesg/1rfc_index.txt', 301, '/about/groups/iesg/'],
  ['/IESG/Implementations/anything.html', 410, undefined],
  ['/IESG/STATEMENTS/iesg-statement.txt', 301, '/about/groups/iesg/statements/'],
  ['/html.charters/ipsec-charter.html', 301, 'https://datatracker.ietf.org/wg/ipsec/about/'],
  ['/html.charters/OLD/ipsec-charter.html', 301, 'https://datatracker.ietf.org/wg/ipsec/about/'],
  ['/wg/ipsec/', 301, 'https://datatracker.ietf.org/wg/ipsec/about/'],
  ['/mailman/listinfo/quic', 302, 'https://mailman3.ietf.org/mailman3/lists/quic@ietf.org/'],
  ['/mailman/listinfo/entmib', 302, '/participate/lists/'],
  ['/ID-CHECKLIST.HTML', 301, 'https://authors.ietf.org/required-content'],
  ['/rfc/rfc3261.txt?number=3261', 301, 'https://www.rfc-editor.org/rfc/rfc3261.txt'],
  ['/rfc/ien/ien48.txt', 301, 'https://www.rfc-editor.org/ien/ien48.txt'],
  ['/rfc/', 200, undefined],
  ['/tao.html', 301, '/participate/get-started/'],
  ['/tao-archive/tao-20020516.html', 301, '/participate/get-started/'],
  ['/blog/2014/07/anything/', 410, undefined],
  ['/blog/2013/12/', 410, undefined],
  ['/blog/ietf-115-post-meeting-survey/', 410, undefined],
  ['/old/2009/IETF-Standards-Process.html', 410, undefined],
  ['/media/documents/anything.pdf', 410, undefined],
  ['/ipr/2345/', 301, 'https://datatracker.ietf.org/ipr/2345/'],
  ['/ipr/', 301, '/process/ipr/'],
  ['/meeting/100/agenda/', 302, 'https://datatracker.ietf.org/meeting/100/proceedings'],
  ['/liaison/', 301, '/about/liaisons/'],
  ['/copyrights/other.html', 301, 'https://trustee.ietf.org/'],
])('%s: %i %s', async (address, status, location) => {
  expect(await ask(address)).toEqual({ path: address, status, location });
});
