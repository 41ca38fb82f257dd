import type { Grant } from './permissions';

/** Somebody with an account. */
export interface User {
  readonly id: number;
  /** Lower case. */
  readonly email: string;
  readonly name: string;
  readonly active: boolean;
  /** Grows to end all sessions of this person at once. */
  readonly sessionEpoch: number;
  readonly createdAt: Date;
  /** The latest sign-in: for somebody signed in, the one of the newest session. */
  readonly lastSignInAt: Date | null;
  /** In which they read times, besides UTC: a name of the IANA database. */
  readonly timeZone: string;
}

export interface GroupName {
  readonly key: string;
  readonly name: string;
}

/** Who is signed in, with everything that decides what they may do: read anew for each request. */
export interface CurrentUser extends User {
  readonly groups: readonly GroupName[];
  readonly grants: readonly Grant[];
}

/** Addresses are compared in this form, and stored in it. */
export function normalEmail(typed: string): string {
  return typed.trim().normalize('NFC').toLowerCase();
}
