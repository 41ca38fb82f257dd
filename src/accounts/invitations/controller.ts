import type { Request, RequestHandler, Response } from 'express';
import type { Limiter } from '../../platform/http/rate-limit';
import { parseBody } from '../../platform/http/strict-input';
import { actorOf } from '../actor';
import { findOwner, problemsIn, sendDeadLink, takeOne, tokenOf, typedIn, type LinkDeps } from '../mailed-link';
import { weakness } from '../password-rules';
import { hashPassword } from '../passwords';
import { sendPlainPage } from '../staff-page';
import type { TokenOwner } from '../token-queries';
import { listGroupNames } from '../users/queries';
import { accept } from './accept';
import { acceptForm } from './forms';

/** GET /sign-in/invitation/:token. Looking does not use the link up. */
export function editInvitation(deps: LinkDeps): RequestHandler {
  return async (req, res) => {
    const owner = await findOwner(deps, req, 'invitation');
    if (!owner) return sendDeadLink(deps, res, 'invitation');
    await show(deps, req, res, owner, { name: owner.name, problems: new Map() });
  };
}

/** POST /sign-in/invitation/:token */
export function updateInvitation(deps: LinkDeps, limiter: Limiter): RequestHandler {
  return async (req, res) => {
    await takeOne(limiter, req);
    const owner = await findOwner(deps, req, 'invitation');
    if (!owner) return sendDeadLink(deps, res, 'invitation');
    const form = formOrProblems(req, owner);
    if (form instanceof Map) return show(deps, req, res.status(422), owner, { name: typedIn(req, 'name'), problems: form });
    const accepted = { token: tokenOf(req), name: form.name, passwordHash: await hashPassword(form.password) };
    if (!(await accept(deps.db, deps.now(), actorOf(req, res), accepted))) return sendDeadLink(deps, res, 'invitation');
    res.redirect(303, '/sign-in?done=account-ready');
  };
}

function formOrProblems(req: Request, { email }: TokenOwner): { name: string; password: string } | Map<string, string> {
  try {
    const { name, password } = parseBody(req, acceptForm);
    const problem = weakness(password, { email, name });
    return problem === null ? { name, password } : new Map([['password', problem]]);
  } catch (error) {
    return new Map(problemsIn(error));
  }
}

interface Shown {
  readonly name: string;
  readonly problems: ReadonlyMap<string, string>;
}

async function show(deps: LinkDeps, req: Request, res: Response, { id, email }: TokenOwner, { name, problems }: Shown): Promise<void> {
  const body = deps.templates.render('sign-in/invitation', {
    action: `/sign-in/invitation/${tokenOf(req)}`, email, name, groups: await listGroupNames(deps.db, id),
    nameProblem: problems.get('name') ?? null, passwordProblem: problems.get('password') ?? null, token: deps.formTokens.issue(),
  });
  sendPlainPage(deps, res, { title: 'Your account', body });
}
