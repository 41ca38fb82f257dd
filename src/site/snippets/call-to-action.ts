import { link } from '../../cms/fields/link';
import { optional } from '../../cms/fields/optional';
import { text } from '../../cms/fields/text';
import type { ContentOf } from '../../cms/field';
import type { CallToAction } from '../../cms/pages/view-parts';
import type { Renderer } from '../../cms/references/renderer';
import { snippetType } from '../../cms/snippet-type';

const fields = {
  title: text({ label: 'Title', max: 255, required: true, weight: 'A' }),
  blurb: optional(text({ label: 'Text', max: 255, required: true, multiline: true })),
  label: optional(text({ label: 'Small line above the title', max: 100, required: true })),
  link: link({ label: 'Button', help: 'Where it leads and what it says.', required: true }),
};

/** The band with one button, at the end of pages: `call-to-action:register`. */
export const callToActionSnippet = snippetType({
  type: 'call-to-action',
  label: 'Call to action',
  plural: 'Calls to action',
  fields,
  inline: 'none',
  title: ({ title }) => title,
  describe: () => null,
  url: () => null,
  example: { title: 'Take part', blurb: null, label: null, link: { ref: 'https://datatracker.ietf.org/', text: 'Find a working group' } },
});

/** Null when none is chosen, when it is gone, and when its button leads nowhere that a visitor may go. */
export function callToActionOf(render: Renderer, uri: string | null): CallToAction | null {
  const target = uri === null ? undefined : render.resolve(uri);
  if (!target) return null;

  const { title, blurb, label, link: button } = target.data as ContentOf<typeof fields>;
  const resolved = render.link(button);
  return resolved && { label, title, blurb, link: resolved };
}
