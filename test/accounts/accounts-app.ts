import path from 'node:path';
import express, { type ErrorRequestHandler, type Express, type Request } from 'express';
import type request from 'supertest';
import { hashPassword } from '../../src/accounts/passwords';
import { createPassport } from '../../src/accounts/passport';
import { presetGroups } from '../../src/accounts/preset-groups';
import { insertGroupUnlessThere, insertMembership, insertUser } from '../../src/accounts/queries';
import { recordRefusals } from '../../src/accounts/record-refusals';
import { can, requireStaff } from '../../src/accounts/require';
import { sessionMiddleware } from '../../src/accounts/sessions';
import { signInRoutes } from '../../src/accounts/sign-in/routes';
import { createPool } from '../../src/platform/db/connect';
import { guardUnsafeRequests } from '../../src/platform/http/csrf';
import { HttpError } from '../../src/platform/http/errors';
import { A_DAY, formTokens } from '../../src/platform/http/form-token';
import { securityHeaders } from '../../src/platform/http/headers';
import { originOf } from '../../src/platform/http/origin';
import { staffHeaders } from '../../src/platform/http/staff-headers';
import { Templates } from '../../src/platform/http/views';
import { createTestDatabase, type TestDatabase } from '../support/database';

export const PASSWORD = 'correct horse battery staple';

export interface AccountsApp {
  app: Express;
  database: TestDatabase;
  /** What `deps.now()` says; tests move it. */
  clock: { now: Date };
  close(): Promise<void>;
}

/** Accounts and what they stand on, without the rest of the site: `/` for anybody, `/admin` for staff, `/admin/users` for administrators. */
export async function openAccountsApp({ https = false }: { https?: boolean } = {}): Promise<AccountsApp> {
  const database = await createTestDatabase();
  const pool = createPool(database.url);
  const clock = { now: new Date() };
  const now = (): Date => clock.now;
  const secrets = ['a secret for tests that nobody else may know'];
  const origin = (req: Request): string => originOf(req, https ? 'https://www.example.org' : 'http://localhost:3000');
  const passport = createPassport({ db: database.db, now });
  const tokens = formTokens({ secrets, now });
  const templates = new Templates({ folders: [path.join(__dirname, '..', '..', 'views')], strict: true, cache: true });
  const assets = { css: '/static/staff.css', script: '/static/admin.js', editor: '/static/editor.js', theme: '/static/theme.js' };
  const silent = { error: () => undefined };

  const app = express().disable('x-powered-by').set('trust proxy', 1);
  app.use(securityHeaders({ https }));
  app.use((_req, res, next) => { res.locals.requestId = 'request-1'; next(); });
  app.use(sessionMiddleware({ pool, passport, secrets, https, log: silent }));
  app.use(guardUnsafeRequests({ originOf: origin, formTokens: tokens, publicForms: (address) => (address === '/sign-in' ? A_DAY : null) }));
  app.use(['/sign-in', '/sign-out', '/admin'], staffHeaders({ originOf: origin }));
  app.use(signInRoutes({ db: database.db, pool, now, passport, formTokens: tokens, originOf: origin, https, templates, assets }));
  app.use('/admin', requireStaff);
  app.get('/admin', (req, res) => { res.send(`Hello ${req.user!.name}`); });
  app.post('/admin/pages', (req, res) => { res.json({ method: req.method, body: req.body as unknown }); });
  app.delete('/admin/pages', (req, res) => { res.json({ method: req.method, body: req.body as unknown }); });
  app.get('/admin/users', can('manage', { area: 'users' }), (_req, res) => { res.send('Users'); });
  app.get('/admin/pages/:id', can('publish', (req) => ({ page: { id: Number(req.params.id), ancestorIds: [1], ownerId: null } })), (_req, res) => { res.send('A page'); });
  app.get('/', (req, res) => { res.send(req.user ? 'known' : 'stranger'); });
  app.use(recordRefusals({ db: database.db, now }));
  app.use(plainErrors);

  for (const group of presetGroups) await insertGroupUnlessThere(database.db, group);
  return { app, database, clock, close: async () => { await pool.end(); await database.close(); } };
}

const plainErrors: ErrorRequestHandler = (error: unknown, _req, res, _next) => {
  if (error instanceof HttpError) res.status(error.status).set(error.headers).send(error.message);
  else res.status(500).send(String(error));
};

export async function addUser({ database, clock }: AccountsApp, email: string, ...groups: string[]): Promise<number> {
  const id = await insertUser(database.db, { email, name: `Name of ${email}`, passwordHash: await hashPassword(PASSWORD), createdAt: clock.now });
  for (const group of groups) await insertMembership(database.db, id, group);
  return id;
}

type Agent = ReturnType<typeof request.agent>;

/** Fetch the form, send it back with its token. */
export async function signIn(agent: Agent, email: string, { password = PASSWORD, next = '' } = {}): Promise<request.Response> {
  const { text } = await agent.get('/sign-in');
  return agent.post('/sign-in').set('Sec-Fetch-Site', 'same-origin').type('form').send({ _csrf: tokenIn(text), email, password, next });
}

export function tokenIn(html: string): string {
  return /name="_csrf" value="([^"]*)"/.exec(html)?.[1] ?? '';
}

/** The name and value of the session cookie that an answer sets. */
export function cookieOf(response: request.Response): string {
  const [first = ''] = (response.get('Set-Cookie') ?? []);
  return first.split(';')[0]!;
}
