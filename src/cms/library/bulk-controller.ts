import type { Request, RequestHandler, Response } from 'express';
import { actorOf } from '../../accounts/actor';
import { Unprocessable } from '../../platform/http/errors';
import { parseBody } from '../../platform/http/strict-input';
import { wantsJson } from '../../platform/http/wants-json';
import { backTo } from './back';
import { doToMany, type BulkWork, type Outcome } from './bulk';
import { bulkForm, type BulkAction, type Done } from './forms';
import type { Kind } from './kinds';
import { listUrl } from './listing';
import { formIn } from './request';
import type { Action, MediaSection } from './section';
import type { Trashing } from './trash';
import type { ReportLine, ReportView } from './views';
import { countWords } from './words';

interface BulkActions {
  readonly change: Action<{ readonly id: number; readonly version: undefined; readonly edit: Parameters<BulkWork['change']>[1] }>;
  readonly trash: Action<Trashing>;
  readonly restore: Action<Trashing>;
}

const DONE: Readonly<Record<BulkAction, Done>> = { tag: 'tagged', untag: 'untagged', collection: 'collected', trash: 'trashed', restore: 'restored' };

/** POST …/bulk: the same to several files, with a report where not all went well. */
export function createBulk(section: MediaSection, actions: BulkActions): RequestHandler {
  const bulk = doBulk(section, actions);
  return async (req, res) => {
    try {
      await bulk(req, res);
    } catch (error) {
      if (wantsJson(req) || !(error instanceof Unprocessable)) throw error;
      await section.show(req, res.status(error.status), { open: null, report: problemOf(section.kind, req, error.message) });
    }
  };
}

function doBulk(section: MediaSection, { change, trash, restore }: BulkActions): (req: Request, res: Response) => Promise<void> {
  const { kind, deps } = section;
  const form = bulkForm(kind);
  return async (req, res) => {
    const { ids, do: action, tag: tags, collection: collectionId } = parseBody(req, form);
    const [actor, viewer] = [actorOf(req, res), req.user];
    const outcomes = await doToMany(deps, kind, { ids, action, tags, collectionId }, {
      change: (id, edit) => change(deps, actor, { id, version: undefined, edit }), trash: (id) => trash(deps, actor, { id, viewer }), restore: (id) => restore(deps, actor, { id }),
    });
    const [done, refused] = [outcomes.filter(({ refusal }) => refusal === null), outcomes.filter(({ refusal }) => refusal !== null)];
    const status = done.length === 0 ? 409 : 200;
    if (wantsJson(req)) res.status(status).json({ done: done.map(({ id }) => id), refused: refused.map(({ id, title, refusal }) => ({ id, title, message: refusal })) });
    else if (refused.length === 0) res.redirect(303, backTo(kind.base, section.listing(req), { done: DONE[action], n: done.length }));
    else await section.show(req, res.status(status), { open: null, report: reportOf(kind, action, done, refused) });
  };
}

/** GET …/bulk: where a report stood, and nothing is. Reloading it leads to the list. */
export function leaveBulk(section: MediaSection): RequestHandler {
  return (req, res) => { res.redirect(303, listUrl(section.kind.base, section.listing(req))); };
}

/** Nothing was selected, or typed: what was is still there. */
function problemOf(kind: Kind, req: Request, title: string): ReportView {
  const { typed } = formIn(req, ['tag', 'collection']);
  const { data: picked = [] } = bulkForm(kind).shape.ids.safeParse((req.body as { ids?: unknown } | undefined)?.ids);
  return { title, done: [], refused: [], picked, typed: { tag: typed.get('tag') ?? '', collection: typed.get('collection') ?? '' } };
}

const WORDS: Readonly<Record<BulkAction, string>> = { tag: 'have the tag', untag: 'lost the tag', collection: 'are in the collection', trash: 'are in the trash', restore: 'are back' };

function reportOf(kind: Kind, action: BulkAction, done: readonly Outcome[], refused: readonly Outcome[]): ReportView {
  const line = ({ id, title, refusal }: Outcome): ReportLine => ({ title: title ?? `The ${kind.one} ${id}`, url: title === null ? null : `${kind.base}/${id}`, why: refusal });
  return { title: `${done.length} of ${countWords(kind, done.length + refused.length)} ${WORDS[action]}`, done: done.map(line), refused: refused.map(line), picked: refused.map(({ id }) => id) };
}
