export interface InvitationView {
  /** Where the form goes: the address of the link. */
  readonly action: string;
  readonly email: string;
  readonly name: string;
  readonly groups: readonly string[];
  readonly nameProblem: string | null;
  readonly passwordProblem: string | null;
  readonly token: string;
}

declare module '../../platform/http/views' {
  interface Views { 'sign-in/invitation': InvitationView }
}
