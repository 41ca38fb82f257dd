export interface ForgottenView {
  /** The mail is on its way, if there is somebody to send it to. */
  readonly sent: boolean;
  readonly problem: string | null;
  readonly emailProblem: string | null;
  /** As it was typed. */
  readonly email: string;
  readonly token: string;
}

export interface ResetView {
  /** Where the form goes: the address of the link. */
  readonly action: string;
  /** Whose password it is. */
  readonly email: string;
  readonly passwordProblem: string | null;
  readonly token: string;
}

/** A link that is used up, too old, or was never one. */
export interface DeadLinkView {
  readonly kind: 'password-reset' | 'invitation';
}

declare module '../../platform/http/views' {
  interface Views {
    'sign-in/forgotten': ForgottenView;
    'sign-in/reset': ResetView;
    'sign-in/dead-link': DeadLinkView;
  }
}
