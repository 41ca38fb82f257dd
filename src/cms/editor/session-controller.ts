import type { RequestHandler } from 'express';
import { may } from '../../accounts/permissions';
import { sessionToken } from '../../platform/http/csrf';
import { Forbidden } from '../../platform/http/errors';
import type { FormTokens } from '../../platform/http/form-token';

/**
 * GET /admin/session, for scripts: who is signed in, with a token of the session; for strangers what a form needs to sign in where
 * they are, so that nothing that was typed there is lost.
 */
export function showSession({ formTokens }: { formTokens: FormTokens }): RequestHandler {
  return (req, res) => {
    res.set('Cache-Control', 'no-store');
    if (!req.user) return void res.status(401).json({ signIn: { url: '/sign-in', _csrf: formTokens.issue() } });
    if (!may(req.user, 'enter', { area: 'staff' })) throw new Forbidden('Your account has no access to the staff area.');
    const { name, email } = req.user;
    res.json({ csrfToken: sessionToken(req), name, email });
  };
}
