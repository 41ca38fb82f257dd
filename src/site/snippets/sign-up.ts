import { optional } from '../../cms/fields/optional';
import { reference } from '../../cms/fields/reference';
import { text } from '../../cms/fields/text';
import type { ContentOf } from '../../cms/field';
import type { SignUp } from '../../cms/pages/view-parts';
import type { Renderer } from '../../cms/references/renderer';
import { snippetType } from '../../cms/snippet-type';

/** An address on the web is recognised before the `@`: Mailman's own addresses contain one (content.md 7.2). */
const TARGET = /^(?:https?:\/\/\S+|[^\s@/]+@[^\s@/]+\.[^\s@/]+)$/;

const fields = {
  title: text({ label: 'Title', max: 255, required: true, weight: 'A' }),
  blurb: optional(text({ label: 'Text', max: 255, required: true, multiline: true })),
  buttonText: text({ label: 'Button', max: 255, required: true, weight: null }),
  target: text({
    label: 'Where to subscribe', max: 255, required: true, weight: null,
    help: 'An address on the web, or a mail address.',
    pattern: { regex: TARGET, message: 'This is neither an address on the web nor a mail address.' },
  }),
  group: reference({ label: 'Working group', kinds: ['group'] }),
};

/** How to join a mailing list: `sign-up:ietf-announce`. */
export const signUpSnippet = snippetType({
  type: 'sign-up',
  label: 'Mailing list sign-up',
  plural: 'Mailing list sign-ups',
  fields,
  inline: 'none',
  title: ({ title }) => title,
  describe: () => null,
  url: () => null,
  example: { title: 'Announcements', blurb: null, buttonText: 'Subscribe', target: 'https://www.example.org/lists/announce/', group: null },
});

/** Null when none is chosen or it is gone. */
export function signUpOf(render: Renderer, uri: string | null): SignUp | null {
  const target = uri === null ? undefined : render.resolve(uri);
  if (!target) return null;

  const { title, blurb, buttonText, target: address } = target.data as ContentOf<typeof fields>;
  return { title, blurb, buttonText, url: /^https?:/i.test(address) ? address : `mailto:${address}` };
}
