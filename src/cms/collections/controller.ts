import type { Request, RequestHandler, Response } from 'express';
import { actorOf } from '../../accounts/actor';
import { may } from '../../accounts/permissions';
import { sendStaffPage } from '../../accounts/staff-page';
import { sessionToken } from '../../platform/http/csrf';
import { Conflict, NotFound, Unprocessable } from '../../platform/http/errors';
import { parseBody, parseParams, parseQuery } from '../../platform/http/strict-input';
import { seenBy } from '../library/seen';
import { changeCollection, makeCollection, removeCollection } from './change-collection';
import { chosenPage } from './chosen-page';
import { collectionView, NO_REFUSAL, STEP, typed, type Refusal } from './collection-view';
import type { CollectionsDeps } from './deps';
import { collectionForm, collectionParams, collectionQuery, indexQuery, newCollectionForm, nothing, steppedForm } from './forms';
import { findCollection, listCollections, type CollectionRow } from './queries';
import { filesInWords, readersInWords } from './words';
import { titleFor } from './page-title';
import './views';

/** GET /admin/collections */
export function indexCollections(deps: CollectionsDeps): RequestHandler {
  return async (req, res) => {
    const { done } = parseQuery(req, indexQuery);
    await showIndex(deps, req, res, { note: done ? 'The collection is deleted.' : null, problem: null });
  };
}

/** POST /admin/collections: who may have its files is the next question, while it is still empty. */
export function createCollection(deps: CollectionsDeps): RequestHandler {
  return async (req, res) => {
    try {
      const { name } = parseBody(req, newCollectionForm);
      res.redirect(303, `/admin/collections/${await makeCollection(deps, actorOf(req, res), name)}?done=created`);
    } catch (error) {
      if (!(error instanceof Unprocessable)) throw error;
      await showIndex(deps, req, res.status(422), { note: null, problem: error.message });
    }
  };
}

/** GET /admin/collections/:id */
export function showCollection(deps: CollectionsDeps): RequestHandler {
  return async (req, res) => show(deps, req, res, await getCollection(deps, req), NO_REFUSAL);
}

/** PATCH /admin/collections/:id */
export function updateCollection(deps: CollectionsDeps): RequestHandler {
  return async (req, res) => {
    const collection = await getCollection(deps, req);
    if (isStep(req)) return show(deps, req, res, collection, STEP);
    try {
      const { version, name, q: _q, step: _step, ...who } = parseBody(req, collectionForm);
      const pageId = await chosenPage(deps, req, res, collection, who);
      await changeCollection(deps, actorOf(req, res), { id: collection.id, version, name, pageId });
    } catch (error) {
      return show(deps, req, res, await getCollection(deps, req), refusalOf(error)); // as it is by now
    }
    res.redirect(303, `/admin/collections/${collection.id}?done=saved`);
  };
}

/** A step of the chooser, which changes nothing: what is typed comes back with the next page of it. Enter in its search is one, too. */
function isStep(req: Request): boolean {
  const step = typed(req, 'step');
  if (step === '') return false;
  const { q } = parseBody(req, steppedForm);
  return step !== 'enter' || q !== parseQuery(req, collectionQuery).q;
}

/** DELETE /admin/collections/:id */
export function destroyCollection(deps: CollectionsDeps): RequestHandler {
  return async (req, res) => {
    parseBody(req, nothing);
    const collection = await getCollection(deps, req);
    try {
      await removeCollection(deps, actorOf(req, res), collection.id);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      return show(deps, req, res, collection, { ...NO_REFUSAL, status: 409, problem: error.message });
    }
    res.redirect(303, '/admin/collections?done=deleted');
  };
}

/** @throws NotFound */
async function getCollection({ db, now }: CollectionsDeps, req: Request): Promise<CollectionRow> {
  const { id } = parseParams(req, collectionParams);
  const collection = await findCollection(db, id, seenBy(req), now());
  if (!collection) throw new NotFound('There is no such collection.');
  return collection;
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof Conflict) return { status: 409, problem: error.message, problems: new Map(), isOlder: true };
  if (!(error instanceof Unprocessable)) throw error;
  return { status: 422, problem: null, problems: new Map(error.problems.map(({ field, message }) => [field, message])), isOlder: false };
}

async function showIndex(deps: CollectionsDeps, req: Request, res: Response, { note, problem }: { note: string | null; problem: string | null }): Promise<void> {
  const collections = (await listCollections(deps.db, seenBy(req), deps.now())).map(({ id, name, page, ...files }) => ({
    id, name, files: filesInWords(files), page: page && titleFor(req.user, page), readers: page ? readersInWords(page) : 'Everybody', tag: page && (page.live && page.access === 'public' ? 'With a page' : 'Private'),
  }));
  const body = deps.templates.render('admin/collections/index', {
    csrfToken: sessionToken(req), canManage: may(req.user, 'manage', { area: 'media' }), note, collections, problem, name: problem === null ? '' : typed(req, 'name'),
  });
  sendStaffPage(deps, req, res, { title: 'Collections', current: 'images', body });
}

async function show(deps: CollectionsDeps, req: Request, res: Response, collection: CollectionRow, refusal: Refusal): Promise<void> {
  const body = deps.templates.render('admin/collections/edit', await collectionView(deps, req, res, collection, refusal));
  sendStaffPage(deps, req, res.status(refusal.status), { title: collection.name, current: 'images', body });
}
