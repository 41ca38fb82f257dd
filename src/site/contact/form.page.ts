import { z } from 'zod';
import { formView } from '../../cms/forms/form-view';
import { checkForm, formFields, formOf } from '../../cms/forms/form-fields';
import { richText } from '../../cms/fields/rich-text';
import { encodePath } from '../../cms/addresses/path';
import { urlOf } from '../../cms/pages/page';
import { NO_LISTING, pageType, view } from '../../cms/page-type';
import { isEmptyRichText } from '../../cms/rich-text/to-text';
import { safePath } from '../../platform/http/safe-path';
import { exampleText } from '../example';
import './views';

const THANKS = exampleText('Thank you. What you sent has arrived.');

/**
 * content.md 4.14: a text and a form. "Report a problem with this page" is one too: `?url=/about/` fills in the page that
 * the reader came from; what is no address of this site is left out.
 */
export const formPage = pageType({
  key: 'form',
  label: 'Form',
  description: 'Questions to readers; what they send is kept and mailed.',
  fields: {
    intro: richText({ label: 'Text above the form', size: 'full' }),
    ...formFields,
    thankYou: richText({ label: 'Text after sending', size: 'full' }),
  },
  version: 1,
  parents: 'any',
  children: 'any',
  check: (content) => checkForm(content),
  form: (content) => formOf(content),
  listing: () => NO_LISTING,
  query: z.object({ url: z.string().optional().catch(undefined) }),
  show({ site, page, content, render, query, form }) {
    const path = cameFrom(query['url'], site.baseUrl);
    return view('contact/form', {
      intro: render.richText(content.intro),
      form: formView(page.id, formOf(content), { context: form, cameFrom: path === null ? null : site.baseUrl + path }),
    }, { noindex: path !== null });
  },
  routes: [{
    path: 'thanks/',
    query: z.object({}),
    async show({ page, content, render }) {
      const text = isEmptyRichText(content.thankYou) ? THANKS : content.thankYou;
      return view('contact/thanks', { text: render.richText(text), formUrl: urlOf(encodePath(page.path)), formTitle: page.title }, { title: 'Thank you', noindex: true });
    },
  }],
  example: {
    intro: exampleText('What this form is for, and who reads what you send.'),
    fields: [
      { name: 'your-message', label: 'Your message', help: '', required: true, type: 'multi-line', choices: '', defaultValue: '' },
      { name: 'your-e-mail', label: 'Your e-mail', help: 'If you would like an answer.', required: false, type: 'email', choices: '', defaultValue: '' },
    ],
    toAddress: '', fromAddress: null, subject: '', retentionDays: 365,
    thankYou: THANKS,
  },
});

/** Root-relative and nothing else: a whole address, even of ours, is one that somebody made up. */
function cameFrom(url: unknown, origin: string): string | null {
  return typeof url === 'string' && /^\/(?![/\\])/.test(url) && url.length <= 1_500 ? safePath(url, origin) : null;
}
