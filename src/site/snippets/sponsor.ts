import { image } from '../../cms/fields/image';
import { text } from '../../cms/fields/text';
import { url } from '../../cms/fields/url';
import type { ContentOf } from '../../cms/field';
import type { Renderer } from '../../cms/references/renderer';
import { snippetType } from '../../cms/snippet-type';
import type { SponsorView } from '../events/views';

const fields = {
  title: text({ label: 'Name', max: 255, required: true, weight: 'A' }),
  logo: image({ label: 'Logo', help: 'The name is its alternative text.' }),
  link: url({ label: 'Web site' }),
};

/** Who hosts or pays for a meeting: `sponsor:example-networks`. */
export const sponsorSnippet = snippetType({
  type: 'sponsor',
  label: 'Sponsor',
  plural: 'Sponsors',
  fields,
  inline: 'link',
  title: ({ title }) => title,
  describe: () => null,
  url: ({ link }) => link,
  example: { title: 'Example Networks', logo: null, link: 'https://www.example.net/' },
});

/** Those that still exist, in order. The logo's alternative text is the sponsor's name (content.md EV-08). */
export function sponsorsOf(render: Renderer, items: readonly { readonly sponsor: string | null }[]): SponsorView[] {
  return items.flatMap(({ sponsor }) => {
    const target = sponsor === null ? undefined : render.resolve(sponsor);
    if (!target) return [];
    const { title, logo, link } = target.data as ContentOf<typeof fields>;
    return [{ name: title, url: link, logo: render.picture(logo && { ...logo, alt: title, decorative: false }, 'logo') }];
  });
}
