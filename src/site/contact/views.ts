import type { FormView } from '../../cms/forms/views';
import type { Html } from '../../platform/html/html';

export interface FormPageView {
  /** Empty when there is none. */
  readonly intro: Html;
  readonly form: FormView;
}

export interface ThanksView {
  readonly text: Html;
  /** The page with the form. */
  readonly formUrl: string;
  readonly formTitle: string;
}

declare module '../../platform/http/views' {
  interface Views {
    'contact/form': FormPageView;
    'contact/thanks': ThanksView;
  }
}
