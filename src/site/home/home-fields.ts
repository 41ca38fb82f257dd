import { group } from '../../cms/fields/group';
import { image } from '../../cms/fields/image';
import { link } from '../../cms/fields/link';
import { list } from '../../cms/fields/list';
import { number } from '../../cms/fields/number';
import { optional } from '../../cms/fields/optional';
import { reference } from '../../cms/fields/reference';
import { plainHeading } from './heading';
import { text } from '../../cms/fields/text';

const line = (label: string) => optional(text({ label, max: 255, required: true }));
const words = (label: string) => optional(text({ label, max: 511, required: true, multiline: true }));
const links = (label: string, max: number) => list({ label, of: link({ label: 'Link', required: true }), max });

/** content.md 4.1. What is left empty leaves its section out. */
export const homeFields = {
  heading: {
    ...text({ label: 'Heading', max: 255, required: true, weight: 'A', help: 'Words between *asterisks* are set in colour.' }),
    texts: (heading: string) => [plainHeading(heading)],
  },
  introduction: text({ label: 'Introduction', max: 255, required: true, multiline: true, weight: 'B' }),
  startLinks: links('Links below the introduction', 6),
  feature: group({ label: 'Feature', fields: {
    label: line('Small line above the title'),
    title: line('Title'),
    text: words('Text'),
    image: image({ label: 'Picture' }),
    link: link({ label: 'Where it leads' }),
  } }),
  eventCount: number({ label: 'How many upcoming events', min: 1, max: 6, empty: 2 }),
  postCount: number({ label: 'How many posts', min: 1, max: 6, empty: 2 }),
  mailArchiveText: line('Text beside the search of the mail archive'),
  datatrackerText: line('Text beside the search of the Datatracker'),
  quickLinks: links('Links below the searches', 8),
  understandingTitle: line('Heading above groups and RFCs'),
  groupsTitle: line('Groups: title'),
  groupsText: words('Groups: text'),
  groupsLink: link({ label: 'Groups: link' }),
  featuredGroup: reference({ label: 'Featured group', kinds: ['group'] }),
  rfcsTitle: line('RFCs: title'),
  rfcsText: words('RFCs: text'),
  rfcsLink: link({ label: 'RFCs: link' }),
  featuredRfc: reference({ label: 'Featured RFC', kinds: ['rfc'] }),
  topics: list({
    label: 'Topics', of: group({ fields: { page: reference({ label: 'Page', kinds: ['page'], required: true }) } }), max: 8,
  }),
  topicsTitle: line('Heading above the topics'),
  topicsLink: link({ label: 'Link to all topics' }),
  callToAction: reference({ label: 'Call to action', kinds: ['call-to-action'] }),
};
