import fs from 'node:fs';
import path from 'node:path';
import type { Request, Response } from 'express';
import type { Pool } from 'pg';
import type { Config } from './config';
import { createPassport } from './accounts/passport';
import { sessionCookie, type SessionDeps } from './accounts/sessions';
import type { StaffAssets } from './accounts/staff-page';
import { signedAddresses, type SignedAddresses } from './cms/media/signed-address';
import type { Assets } from './cms/pages/layout';
import type { Site } from './cms/sites/site';
import type { Db } from './platform/db/connect';
import type { GuardDeps } from './platform/http/csrf';
import { A_DAY, A_MONTH, formTokens, type FormTokens } from './platform/http/form-token';
import { originOf } from './platform/http/origin';
import type { Log } from './platform/log';
import { ROOT } from './platform/root';
import { z } from 'zod';

/** What answering requests needs besides the engine. */
export interface WebDeps {
  readonly publicUrl: string;
  readonly https: boolean;
  readonly robots: 'allow' | 'deny';
  readonly publicFolder: string;
  readonly assets: Assets;
  readonly staffAssets: StaffAssets;
  /** On previews only: keeps the place that somebody looked at. */
  readonly previewScript: string;
  /** The drawing of the 404 page. */
  readonly lostPicture: string;
  readonly originOf: (req: Request) => string;
  /** Where forms of the site asked lead to, besides itself. */
  readonly formTargets: (res: Response) => readonly string[];
  /** Names with which a request is somebody's: the page cache leaves it alone. */
  readonly cookies: readonly string[];
  readonly formTokens: FormTokens;
  readonly signedAddresses: SignedAddresses;
  readonly guard: GuardDeps;
  readonly sessions: SessionDeps;
}

interface Given {
  config: Config;
  db: Db;
  pool: Pool;
  now: () => Date;
  log: Log;
  sessionSecrets: readonly string[];
}

export function buildWeb({ config, db, pool, now, log, sessionSecrets }: Given): WebDeps {
  const https = config.publicUrl.startsWith('https:');
  const publicFolder = path.join(ROOT, 'public');
  const tokens = formTokens({ secrets: sessionSecrets, now });
  const origin = (req: Request): string => originOf(req, config.publicUrl);
  return {
    publicUrl: config.publicUrl,
    https,
    robots: config.robots,
    publicFolder,
    ...readManifest(path.join(publicFolder, 'build', 'manifest.json')),
    originOf: origin,
    formTargets: (res) => archivesOf(res.locals.site),
    cookies: [sessionCookie(https).name],
    formTokens: tokens,
    signedAddresses: signedAddresses({ secrets: sessionSecrets, now }),
    guard: { originOf: origin, formTokens: tokens, publicForms, bodyRules: { large: savesPage, elsewhere: uploads } },
    sessions: { pool, passport: createPassport({ db, now }), secrets: sessionSecrets, https, log },
  };
}

/** What somebody wrote for days is not lost, so its token lives long. */
function publicForms(address: string): number | null {
  if (address.startsWith('/forms/')) return A_MONTH;
  return address === '/sign-in' || address.startsWith('/sign-in/') || address === '/unlock' ? A_DAY : null;
}

/** Of somebody who is signed in: a stranger's five megabytes are not read. */
function savesPage(req: Request): boolean {
  return req.user !== undefined && (req.path.startsWith('/admin/pages') || req.path === '/admin/paste');
}

const UPLOAD_ROUTE = /^\/admin\/(?:images|documents)(?:\/\d+\/versions)?$/;

/** Routes with `receiveUploads`. A stranger's files are not read either: `requireStaff` stands before it, and asks them to sign in. */
function uploads(req: Request): boolean {
  return req.method === 'POST' && UPLOAD_ROUTE.test(req.path) && Boolean(req.is('multipart/form-data'));
}

/** The two archives that the home page and the search page lead to. */
function archivesOf(site: Site | undefined): string[] {
  return site ? [site.settings.mailArchiveUrl, site.settings.datatrackerUrl].map((url) => new URL(url).origin) : [];
}

const manifestSchema = z.object({
  'site.css': z.string(), 'site.js': z.string(), 'theme.js': z.string(), 'inter.woff2': z.string(), 'lost.svg': z.string(),
  'staff.css': z.string(), 'admin.js': z.string(), 'editor.js': z.string(), 'preview.js': z.string(),
});

/** The hashed names of the built files. Their absence means that nobody has built them: `node build.cjs`. */
function readManifest(file: string): Pick<WebDeps, 'assets' | 'staffAssets' | 'previewScript' | 'lostPicture'> {
  const manifest = manifestSchema.parse(JSON.parse(fs.readFileSync(file, 'utf8')));
  return {
    assets: { css: manifest['site.css'], script: manifest['site.js'], theme: manifest['theme.js'], font: manifest['inter.woff2'] },
    staffAssets: { css: manifest['staff.css'], script: manifest['admin.js'], editor: manifest['editor.js'], theme: manifest['theme.js'] },
    previewScript: manifest['preview.js'],
    lostPicture: manifest['lost.svg'],
  };
}
