import { signedAddresses, signedPicture } from '../../../src/cms/media/signed-address';
import { pictureOf } from '../../../src/cms/media/renditions';

const PATH = '/media/9/abcdef0123050050/card-800.webp';
const clock = { now: new Date('2026-03-01T12:00:30Z') };
const addresses = (...secrets: string[]) => signedAddresses({ secrets, now: () => clock.now });
const signatureIn = (url: string): string => url.split('?signed=')[1]!;
beforeEach(() => { clock.now = new Date('2026-03-01T12:00:30Z'); });

test('a signed address opens its file for four to five minutes', () => {
  const signed = addresses('one').sign(PATH);
  expect(signed).toMatch(/^\/media\/9\/abcdef0123050050\/card-800\.webp\?signed=[\w.-]+$/);
  const isOpen = (seconds: number) => {
    clock.now = new Date(Date.parse('2026-03-01T12:00:30Z') + seconds * 1_000);
    return addresses('one').isValid(PATH, signatureIn(signed));
  };
  expect([0, 240, 269, 270, 300, 86_400, -60].map(isOpen)).toEqual([true, true, true, false, false, false, false]);
});

test('it opens no other image, content or file, and cannot be made longer or by somebody else', () => {
  const { sign, isValid } = addresses('one');
  const signature = signatureIn(sign(PATH));
  for (const other of [PATH.replace('/9/', '/8/'), PATH.replace('0123', '0124'), PATH.replace('800', '400'), PATH.replace('webp', 'jpg'), `${PATH}/`, '/media/9/original']) expect(isValid(other, signature)).toBe(false);
  const [until = '', mac = ''] = signature.split('.');
  for (const forged of [`${(parseInt(until, 36) + 60_000).toString(36)}.${mac}`, `${until}.${mac.slice(0, -1)}A`, until, `.${mac}`, '', undefined, null, 7, [signature], `${signature} `]) expect(isValid(PATH, forged)).toBe(false);
  expect(isValid(PATH, signatureIn(addresses('another').sign(PATH)))).toBe(false);
});

test('an older secret is believed, and the newest signs', () => {
  const old = signatureIn(addresses('old').sign(PATH));
  expect(addresses('new', 'old').isValid(PATH, old)).toBe(true);
  expect(addresses('new').isValid(PATH, signatureIn(addresses('new', 'old').sign(PATH)))).toBe(true);
});

test('every address of a picture is signed, each for itself', () => {
  const facts = { id: 9, hash: 'abcdef0123050050', width: 1600, height: 1000, alt: null, credit: null, transparent: false, private: true, avif: ['card-240', 'card-400', 'card-800', 'card-1200'] };
  const plain = pictureOf(facts, { ref: 'image:9', alt: null, decorative: true }, 'card');
  const { sign, isValid } = addresses('one');
  const signed = signedPicture(plain, { sign, isValid });
  const all = (picture: typeof plain) => [picture.src, ...[picture.srcset, ...picture.sources.map(({ srcset }) => srcset)].flatMap((set) => set.split(', ').map((part) => part.split(' ')[0]!))];
  expect(all(signed).map((url) => url.split('?')[0])).toEqual(all(plain));
  expect(all(signed).every((url) => isValid(url.split('?')[0]!, signatureIn(url)))).toBe(true);
  expect([plain.loading, signed.loading]).toEqual(['lazy', 'eager']); // after five minutes nobody could scroll to it
  expect(signed.srcset).toMatch(/ 400w, .* 800w, .* 1200w$/);
});
