import { NO_LISTING } from '../../src/cms/page-type';
import { buildRegistry, getPageType } from '../../src/cms/registry';
import { registrations } from '../../src/site/index';

const registry = buildRegistry(registrations);

function listingOf(key: string, content: Record<string, unknown>) {
  const type = getPageType(registry, key);
  return type.listing({ ...type.example, ...content });
}

test.each(registrations.pageTypes.filter(({ fields }) => fields['introduction']).map(({ key }) => key))('a %s is listed with its introduction', (key) => {
  expect(listingOf(key, { introduction: 'What it is about.' })).toMatchObject({ introduction: 'What it is about.' });
});

test('a post is listed by its date, authors and topics', () => {
  const listing = listingOf('post', {
    publishedOn: '2025-02-04T10:00:00Z', image: { ref: 'image:1', alt: null, decorative: true },
    authors: [{ person: 'person:mara-lindqvist', role: null }, { person: 'person:ines-varga', role: 'Chair' }], topics: [{ topic: 'topic:security' }],
  });
  expect(listing).toMatchObject({
    date: '2025-02-04T10:00:00Z', image: { ref: 'image:1' }, terms: ['person:mara-lindqvist', 'person:ines-varga', 'topic:security'],
  });
});

test('a post without a date of its own is listed by its first publication', () => {
  expect(listingOf('post', {}).date).toBeNull();
});

test('a statement is listed by its date and topics, its index says whose it is', () => {
  expect(listingOf('statement', { publishedOn: '2014-07-20T00:00:00Z', topics: [{ topic: 'topic:security' }] }))
    .toMatchObject({ date: '2014-07-20T00:00:00Z', terms: ['topic:security'] });
  expect(listingOf('statement-index', { bodyName: 'IAB' }).facts).toEqual({ bodyName: 'IAB' });
});

test('an event is listed with both days, its place and how it stands', () => {
  const listing = listingOf('event', {
    startDate: '2025-03-15', endDate: null, city: 'Bangkok', country: 'TH', timeZone: 'Asia/Bangkok', status: 'cancelled', online: 'hybrid',
    hosts: [{ sponsor: 'sponsor:example-networks' }],
  });
  expect(listing).toMatchObject({
    startDate: '2025-03-15', endDate: '2025-03-15', place: 'Bangkok, Thailand', terms: ['sponsor:example-networks'],
    facts: { status: 'cancelled', online: 'hybrid', timeZone: 'Asia/Bangkok', eventType: 'meeting', registrationUrl: null },
  });
});

test('an event whose date is not known is listed without one', () => {
  expect(listingOf('event', {})).toMatchObject({ startDate: null, endDate: null, place: null });
});

test('a section is listed with its picture, a plain page with nothing more', () => {
  expect(listingOf('section', { image: { ref: 'image:2', alt: null, decorative: true } }).image).toMatchObject({ ref: 'image:2' });
  expect(listingOf('standard', { introduction: null })).toEqual(NO_LISTING);
});
