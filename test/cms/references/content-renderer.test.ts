import { parseHtml } from '../../../src/cms/rich-text/parse-html';
import { testRenderer } from '../../support/content-renderer';

test('addresses outside resolve without being looked up', () => {
  const render = testRenderer();
  expect(['https://www.rfc-editor.org', 'mailto:quic@ietf.org', 'tel:+41', '#mission', 'ftp://x', 'javascript:x', 'https://'].map((uri) => render.resolve(uri)?.url))
    .toEqual(['https://www.rfc-editor.org/', 'mailto:quic@ietf.org', 'tel:+41', '#mission', undefined, undefined, undefined]);
});

test('an address that would run is none, even when a target says so', () => {
  expect(testRenderer().resolve('page:66')).toMatchObject({ label: 'Trap', url: null });
  expect(testRenderer().link({ ref: 'page:66', text: 'x' })).toBeNull();
});

test('a link has the name of its target unless it has its own, and says when it leaves the site', () => {
  const render = testRenderer();
  expect(render.link({ ref: 'page:42#formats', text: null })).toEqual({ url: '/process/rfcs/#formats', text: 'About RFCs', external: false });
  expect(render.link({ ref: 'https://www.iana.org/', text: 'IANA' })).toEqual({ url: 'https://www.iana.org/', text: 'IANA', external: true });
  expect(render.link({ ref: 'https://www.example.org/x', text: null })).toMatchObject({ text: 'www.example.org/x', external: false });
  expect([render.link(null), render.link({ ref: 'page:999', text: 'x' })]).toEqual([null, null]);
});

test('an anchor is given once on a page, whoever asks for it', () => {
  const render = testRenderer();
  render.heading(2, 'Mission', 'mission');
  render.markdown('## Mission');
  render.richText(parseHtml('<h2 id="mission">Other</h2>', 'full'));
  render.heading(3, '', null);
  expect(render.headings.map(({ anchor }) => anchor)).toEqual(['mission', 'mission-2', 'mission-3']);
});

test('only sources are numbered', () => {
  const render = testRenderer();
  expect([render.cite('group:quic'), render.cite('rfc:9110'), render.cite('rfc:4711'), render.cite('https://example.org/'), render.cite('bcp:78'), render.cite('rfc:9110#section-1')])
    .toEqual([null, 1, null, null, 2, 1]);
});

test('a block of a type that is gone prints nothing', () => {
  expect(testRenderer().blocks([{ id: 'a', type: 'carousel', value: {} }])).toBe('');
});

test('HTML that is too large is left out, the page is shown', () => {
  expect(testRenderer().foreignHtml('<b>'.repeat(10_000))).toBe('');
});
