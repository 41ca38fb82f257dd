import { IMAGES } from '../library/kinds';
import { paneFields } from '../library/pane-fields';
import { collectionIn, paneView, peopleFacts, versionViews, type PaneRequest } from '../library/pane-view';
import type { Reader } from '../library/request';
import { sizeWords } from '../library/words';
import { fileSet } from './file-set';
import type { ImageFacts, ShownImage } from './list-queries';
import { IMAGE_FORM } from './pane-form';
import type { ImagePaneView } from './views';
import { fileWords, pixelWords } from './words';

export function imagePane(reader: Reader, asked: PaneRequest<ShownImage, ImageFacts>): ImagePaneView {
  const { file: image, facts, refused, origin } = asked;
  const fields = paneFields(IMAGE_FORM, image, refused, {
    collection: collectionIn(facts), altDecision: (value) => DECISIONS.find((one) => one.value === value)?.label ?? 'Undecided',
    focalX: (value) => `${value} % across`, focalY: (value) => `${value} % down`,
  });
  return {
    ...paneView(reader, IMAGES, asked, fields),
    picture: { ...fileSet(image, 'body', 3), width: image.width, height: image.height, focalX: percent(fields.focalX.value), focalY: percent(fields.focalY.value) },
    crops: CROPS.map(({ key, label, ratio }) => ({ key, label, ratio, src: fileSet(image, key, 1).src })),
    decisions: DECISIONS, licences: LICENCES, credits: facts.credit, original: `${origin}/media/${image.id}/original`,
    facts: [{ label: 'File', value: fileWords(image), more: image.filename }, { label: 'Pixels', value: pixelWords(image), more: null }, ...peopleFacts(reader, image)],
    versions: versionViews(reader, image, ({ width, height, bytes }) => ({ facts: `${pixelWords({ width: width!, height: height! })}, ${sizeWords(bytes)}`, url: null, sha256: null })),
    deletion: deletionWords(image),
  };
}

/** The three proportions that pages cut pictures to; the addresses are those of the files that readers get. */
const CROPS = [
  { key: 'wide', label: 'Wide', ratio: '2.4' },
  { key: 'card', label: 'Card', ratio: '1.6' },
  { key: 'thumb', label: 'Square', ratio: '1' },
] as const;

const DECISIONS: ImagePaneView['decisions'] = [
  { value: 'described', label: 'Describe it', hint: null },
  { value: 'decorative', label: 'It is decoration', hint: 'Screen readers skip it.' },
  { value: 'each-time', label: 'Ask each time it is used', hint: 'What it says depends on the page.' },
];

const LICENCES = ['Drawn for this site', 'CC BY 4.0', 'CC BY-SA 4.0', 'CC0 1.0', 'Public domain', '© All rights reserved, used with permission'];

/** Of what somebody typed; the middle for what is no number. */
function percent(typed: string): number {
  const value = Number(typed);
  return typed.trim() !== '' && value >= 0 && value <= 100 ? value : 50;
}

function deletionWords({ versions }: ShownImage): string {
  const former = versions.length - 1;
  const files = former <= 0 ? 'Its file' : `Its file and ${former === 1 ? 'the former one' : `the ${former} former ones`}`;
  return `${files} and every size made of ${former <= 0 ? 'it' : 'them'} are deleted. Links to it from elsewhere stop working. This cannot be taken back.`;
}
