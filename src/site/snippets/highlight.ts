import type { Link } from '../../cms/fields/link';
import type { Highlight } from '../../cms/pages/view-parts';
import type { Renderer } from '../../cms/references/renderer';
import { callToActionOf } from './call-to-action';
import { signUpOf } from './sign-up';

/** What stands below the text of several page types (content.md P-16): only what leads somewhere. */
export function highlightOf(render: Renderer, content: {
  readonly callToAction: string | null; readonly signUp: string | null; readonly relatedLinks: readonly (Link | null)[];
}): Highlight {
  return {
    callToAction: callToActionOf(render, content.callToAction),
    signUp: signUpOf(render, content.signUp),
    related: content.relatedLinks.map((link) => render.link(link)).filter((link) => link !== null),
  };
}
