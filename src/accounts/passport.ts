import type { Request } from 'express';
import { Passport } from 'passport';
import { Strategy as LocalStrategy } from 'passport-local';
import type { Db } from '../platform/db/connect';
import { sessionToken } from '../platform/http/csrf';
import { browserName } from './browser-name';
import { authenticate } from './sign-in/authenticate';
import { findCurrentUser } from './queries';
import type { CurrentUser } from './user';

/** What the session says about a person: who, of which epoch, and since when (milliseconds). No rights (rule 6). */
export interface SignedInAs {
  readonly id: number;
  readonly epoch: number;
  readonly since: number;
  /** `Firefox on Linux`, for the list of one's own sessions. */
  readonly browser: string;
}

/** However busy it is, a session ends then (rule 30; the choice is explained in `sessions.ts`). */
export const ABSOLUTE_LIFETIME = 12 * 60 * 60 * 1_000;

export type PassportInstance = InstanceType<typeof Passport>;

export interface PassportDeps {
  db: Db;
  now: () => Date;
}

/** An instance of our own, not the module's: each application, and each test, has its own database. */
export function createPassport(deps: PassportDeps): PassportInstance {
  const passport = new Passport();

  passport.use(new LocalStrategy({ usernameField: 'email', passwordField: 'password' }, (email, password, done) => {
    settle(authenticate(deps.db, email, password), done);
  }));

  passport.serializeUser((req: Request, user: Express.User, done: (error: unknown, as: SignedInAs) => void) => {
    sessionToken(req); // the session is new, and saved next
    done(null, { id: user.id, epoch: user.sessionEpoch, since: deps.now().getTime(), browser: browserName(req.get('User-Agent')) });
  });

  passport.deserializeUser((as: SignedInAs, done: (error: unknown, user?: CurrentUser | false) => void) => {
    settle(stillSignedIn(deps, as), done);
  });
  return passport;
}

/** Deactivated, signed out everywhere, or too long ago: then the session is nobody's. */
async function stillSignedIn({ db, now }: PassportDeps, as: SignedInAs): Promise<CurrentUser | false> {
  if (now().getTime() - as.since >= ABSOLUTE_LIFETIME) return false;
  const user = await findCurrentUser(db, as.id);
  return user?.active && user.sessionEpoch === as.epoch ? user : false;
}

function settle<T>(promise: Promise<T>, done: (error: unknown, value?: T) => void): void {
  promise.then((value) => { done(null, value); }, (error: unknown) => { done(error); });
}
