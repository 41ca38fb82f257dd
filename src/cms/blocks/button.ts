import { blockType } from '../block-type';
import { choice } from '../fields/choice';
import { link } from '../fields/link';
import type { ResolvedLink } from '../references/renderer';
import { markdownLink } from '../rich-text/to-markdown';

declare module '../../platform/http/views' {
  interface Views {
    'blocks/button': { link: ResolvedLink; quiet: boolean };
  }
}

export const buttonBlock = blockType({
  type: 'button',
  label: 'Button',
  description: 'One link that stands out.',
  fields: {
    link: link({ label: 'Link', required: true }),
    style: choice({ label: 'Style', choices: [{ value: 'primary', label: 'Filled' }, { value: 'quiet', label: 'Outlined' }] }),
  },
  permission: null,
  example: { link: { ref: 'https://datatracker.ietf.org/', text: 'Datatracker' }, style: 'primary' },
  html(value, render) {
    const target = render.link(value.link);
    return target && render.view('blocks/button', { link: target, quiet: value.style === 'quiet' });
  },
  markdown(value, render) {
    const target = render.link(value.link);
    return target ? markdownLink(target.text, target.url) : '';
  },
});
