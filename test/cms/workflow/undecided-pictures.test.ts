import request from 'supertest';
import { getPage } from '../../../src/cms/pages/queries';
import { publish } from '../../../src/cms/workflow/publish';
import { publishDue } from '../../../src/cms/workflow/publish-due';
import { schedulePublication } from '../../../src/cms/workflow/schedule';
import { insertScheduled } from '../../../src/cms/workflow/schedule-queries';
import { SYSTEM } from '../../../src/platform/history/record';
import { openPeopleSite, send, signedIn, type Agent, type PeopleSite } from '../../accounts/people-site';
import { addPage } from '../../support/site';

let site: PeopleSite;
let admin: Agent;
let pageId: number;
let revisionId: number;
beforeAll(async () => {
  site = await openPeopleSite();
  admin = await signedIn(site, 'admin@example.org');
  pageId = await addPage(site, { path: '/undecided', published: false, content, common: { socialImage: image(1), feedImage: image(2) } });
  revisionId = (await getPage(site.deps.db, pageId)).draftRevisionId!;
});
afterAll(() => site.close());

const image = (id: number) => ({ ref: `image:${id}`, alt: null, decorative: false });
const inText = (id: number, decorative: boolean) => ({ type: 'image', attrs: { ref: `image:${id}`, alt: null, decorative, caption: null } });
const quote = { type: 'blockquote', content: [inText(5, false)] };
const content = {
  introduction: 'What it is about.', inDepth: [], questions: [], relatedLinks: [], callToAction: null, signUp: null,
  keyInfo: [
    { id: 'pic', type: 'image', value: { image: image(3), caption: null, credit: null } },
    { id: 'cards', type: 'cards', value: { cards: [{ link: { ref: 'https://example.org/', text: 'x' }, image: null, text: null }, { link: { ref: 'https://example.org/', text: 'x' }, image: image(4), text: null }] } },
    { id: 'text', type: 'paragraph', value: { text: { type: 'doc', content: [inText(9, true), quote] } } },
  ],
};
const PLACES = [
  'f-content.keyInfo.pic.value.image.alt', 'f-content.keyInfo.cards.value.cards.1.image.alt', 'f-content.keyInfo.text.value.text.image-2',
  'f-common.socialImage.alt', 'f-common.feedImage.alt',
];
const WORDS = 'Describe the image, or say that it is decoration.';
const isLive = async () => (await getPage(site.deps.db, pageId)).liveRevisionId !== null;

test('a picture nobody has decided about stops publishing and planning, wherever it stands', async () => {
  await expect(publish(site.deps, SYSTEM, { pageId, revisionId })).rejects.toMatchObject({ status: 422, message: WORDS });
  const dueAt = new Date(site.clock.now.getTime() + 60_000);
  await expect(schedulePublication(site.deps, SYSTEM, { pageId, revisionId, dueAt, timeZone: 'UTC' })).rejects.toMatchObject({ status: 422 });
  expect(await isLive()).toBe(false);
});

test('the dialog asks about each of them and leads to each; without an answer nothing goes live', async () => {
  const { text } = await admin.get(`/admin/pages/${pageId}/publication/new`).expect(200);
  expect([...text.matchAll(/edit#(f-[^"]+)">See it in the text/g)].map((match) => match[1])).toEqual(PLACES);
  const editor = (await admin.get(`/admin/pages/${pageId}/edit`)).text;
  expect(PLACES.filter((place) => !editor.includes(`id="${place.replace(/\.image-\d+$/, '')}"`))).toEqual([]);
  for (const when of ['now', 'at']) expect((await send(admin, 'POST', `/admin/pages/${pageId}/publication`, { revision: String(revisionId), when, date: '2030-01-01', time: '09:00', zone: 'UTC' })).status).toBe(422);
  expect(await isLive()).toBe(false);
});

test('publishing several pages says of this one why not, with a link to the first picture', async () => {
  const { status, text } = await send(admin, 'POST', '/admin/pages/bulk', { action: 'publish', id: String(pageId), back: '/admin/pages/1' });
  expect([status, text.includes(WORDS), text.includes(`href="/admin/pages/${pageId}/edit#${PLACES[0]}"`)]).toEqual([409, true, true]);
});

test('a plan made before the picture was asked about fails in words, and the schedule leads to the dialog', async () => {
  const dueAt = new Date(site.clock.now.getTime() - 1_000);
  await insertScheduled(site.deps.db, { pageId, revisionId, dueAt, timeZone: 'UTC', createdBy: null, createdAt: dueAt });
  expect((await publishDue(site.deps)).published).toEqual([]);
  const { text } = await admin.get('/admin/schedule').expect(200);
  expect(text).toContain(`href="/admin/pages/${pageId}/publication/new"`);
  expect(await isLive()).toBe(false);
});

test('answered in the dialog they go live, those of shared links and lists too', async () => {
  const answers = Object.fromEntries(PLACES.flatMap((_, number) => [[`decorative${number}`, number === 3 ? 'described' : 'decorative'], [`alt${number}`, number === 3 ? 'A map of the city' : '']]));
  expect((await send(admin, 'POST', `/admin/pages/${pageId}/publication`, { revision: String(revisionId), when: 'now', ...answers })).status).toBe(303);
  const { liveRevisionId } = await getPage(site.deps.db, pageId);
  const { common } = (await site.deps.db('revisions').where({ id: liveRevisionId }).first<{ common: Record<string, unknown> }>('common'));
  expect(common).toMatchObject({ socialImage: { alt: 'A map of the city', decorative: false }, feedImage: { alt: null, decorative: true } });
  await request(site.server).get('/undecided/').expect(200);
});
