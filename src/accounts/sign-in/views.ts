/** The sign-in page, also after a refusal. */
export interface SignInView {
  /** What is wrong with the whole: wrong password, too many attempts. */
  readonly problem: string | null;
  /** What is wrong with one field. */
  readonly emailProblem: string | null;
  readonly passwordProblem: string | null;
  /** Good news: "You are signed out." */
  readonly note: string | null;
  /** As it was typed. */
  readonly email: string;
  /** Where to go afterwards; '' for the usual place. */
  readonly next: string;
  readonly token: string;
}

export interface SignOutView {
  /** Null when nobody is signed in. */
  readonly name: string | null;
  readonly csrfToken: string;
}

declare module '../../platform/http/views' {
  interface Views {
    'sign-in/new': SignInView;
    'sign-in/sign-out': SignOutView;
  }
}
