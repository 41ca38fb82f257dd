import 'express-session';
import type { SignedInAs } from './accounts/passport';
import type { CurrentUser } from './accounts/user';
import type { Unlocked } from './cms/access/access';
import type { StaffBar } from './cms/pages/frame';
import type { PageRow } from './cms/pages/queries';
import type { Site } from './cms/sites/site';

declare global {
  namespace Express {
    /** `req.user`: who is signed in, as the database knows them at this request. Undefined for strangers. */
    // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- passport's name for our type
    interface User extends CurrentUser {}

    /** `res.locals`: what middleware leaves for handlers. Each line says who sets it. */
    interface Locals {
      /** The request log. */
      requestId: string;
      /** `staffHeaders`: only on staff and sign-in pages. */
      nonce: string;
      /** The host look-up: which site was asked. */
      site: Site;
      /** The same: when anything public of that site changed last. */
      changedAt: Date | undefined;
      /** `servePage`: the answer lies behind a gate, and nobody but this reader gets it. */
      isPrivate?: boolean;
      /** The request log says null, `recogniseStaff` whose it is: the bar on public pages. */
      staffBar: StaffBar | null;
      /** `onPage`: the page that a staff address is about. */
      page?: PageRow;
    }
  }
}

declare module 'express-session' {
  interface SessionData {
    /** Passport's place in the session; nothing else about a person is kept there (security rule 6). */
    passport: { user?: SignedInAs };
    /** Passwords of private pages that were right (`cms/access`). */
    unlocked: Unlocked;
  }
}
