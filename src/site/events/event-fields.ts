import { isZone } from '../../platform/dates';
import { standardBlocks } from '../../cms/blocks/index';
import type { Field } from '../../cms/field';
import { blocks } from '../../cms/fields/blocks';
import { boolean } from '../../cms/fields/boolean';
import { choice } from '../../cms/fields/choice';
import { date } from '../../cms/fields/date';
import { group } from '../../cms/fields/group';
import { image } from '../../cms/fields/image';
import { link } from '../../cms/fields/link';
import { list } from '../../cms/fields/list';
import { optional } from '../../cms/fields/optional';
import { reference } from '../../cms/fields/reference';
import { richText } from '../../cms/fields/rich-text';
import { text } from '../../cms/fields/text';
import { url } from '../../cms/fields/url';

const line = (label: string, more: { max?: number; help?: string } = {}): Field<string | null> => (
  optional(text({ label, max: more.max ?? 255, required: true, ...(more.help === undefined ? {} : { help: more.help }) }))
);
const smallTexts = (label: string) => list({ label, of: group({ fields: { text: richText({ label: 'Text', size: 'small', required: true }) } }), max: 30 });
const sponsors = (label: string) => list({
  label, of: group({ fields: { sponsor: reference({ label: 'Sponsor', kinds: ['sponsor'], required: true }) } }), max: 60,
});

/** Prices are a table, or a sentence. */
const rateBlocks = standardBlocks.filter(({ type }) => ['paragraph', 'table'].includes(type));

/** content.md 4.9 */
export const eventFields = {
  startDate: date({ label: 'First day' }),
  endDate: date({ label: 'Last day', help: 'Empty: one day. Both empty: the date is to be announced.' }),
  introduction: text({ label: 'Introduction', max: 511, required: true, multiline: true, weight: 'B' }),
  body: blocks({ label: 'Text', types: standardBlocks }),
  image: image({ label: 'Picture' }),
  eventType: choice({ label: 'Kind of event', choices: [
    { value: 'meeting', label: 'IETF meeting' }, { value: 'interim', label: 'Interim meeting' },
    { value: 'hackathon', label: 'Hackathon' }, { value: 'other', label: 'Other' },
  ] }),
  meetingNumber: line('Number of the meeting', { max: 20 }),
  city: line('City'),
  country: optional(text({
    label: 'Country', max: 2, required: true, help: 'Two letters, as in ISO 3166: TH.',
    pattern: { regex: /^[A-Z]{2}$/, message: 'Write the two capital letters of ISO 3166.' },
  })),
  timeZone: timeZone(),
  online: choice({ label: 'Taking part from elsewhere', choices: [
    { value: 'hybrid', label: 'In the room and online' }, { value: 'only', label: 'Online only' }, { value: 'no', label: 'In the room only' },
  ] }),
  status: choice({ label: 'Status', choices: [
    { value: 'scheduled', label: 'As planned' }, { value: 'cancelled', label: 'Cancelled' }, { value: 'postponed', label: 'Postponed' },
  ] }),
  registrationUrl: url({ label: 'Registration' }),
  place: line('Place on cards', { help: 'Empty: city and country.' }),
  venueTitle: text({ label: 'Heading of the venue', max: 255, required: true }),
  venue: list({ label: 'Address of the venue', of: group({ fields: { line: text({ label: 'Line', max: 255, required: true }) } }), max: 20 }),
  roomRates: blocks({ label: 'Room rates', types: rateBlocks }),
  extras: smallTexts('Included'),
  reservationName: line('Reservation name'),
  reservationsOpen: date({ label: 'Reservations open' }),
  contacts: smallTexts('Contacts'),
  keyDetailsExpanded: boolean({ label: 'Show key details unfolded' }),
  keyDetails: list({ label: 'Key details', of: group({ fields: {
    title: text({ label: 'Title', max: 255, required: true }),
    links: list({ label: 'Links', of: link({ label: 'Link', required: true }), max: 30 }),
  } }), max: 30 }),
  hosts: sponsors('Hosts'),
  sponsors: list({ label: 'Sponsors', of: group({ fields: {
    category: text({ label: 'Category', max: 255, required: true }),
    sponsors: sponsors('Sponsors of this category'),
  } }), max: 20 }),
};

/** What cannot be read as a zone would silently move the end of the last day. */
function timeZone(): Field<string | null> {
  const name = text({ label: 'Time zone', max: 60, required: true, weight: null, help: 'Such as Asia/Bangkok.' });
  return optional({ ...name, schema: name.schema.refine(isZone, 'There is no time zone of this name.') });
}
