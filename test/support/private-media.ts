import request from 'supertest';
import { insertGroupUnlessThere } from '../../src/accounts/queries';
import { changeCollection, makeCollection } from '../../src/cms/collections/change-collection';
import { storeDocument } from '../../src/cms/documents/store-document';
import { storeImage } from '../../src/cms/images/store-image';
import { refreshAllKinds } from '../../src/cms/search/refresh';
import { restrict } from '../../src/cms/workflow/restrict';
import { trash } from '../../src/cms/workflow/trash';
import { SYSTEM } from '../../src/platform/history/record';
import { addPerson, openPeopleSite, signedIn, type Agent, type PeopleSite } from '../accounts/people-site';
import { plain } from '../cms/media/library';
import { addPage } from './site';

/** `open`: everybody's. The others belong to the readers of a page: with an account, with a password, one that is a draft, one in the trash. */
export const KINDS = ['open', 'members', 'board', 'draft', 'gone'] as const;
export type Kind = (typeof KINDS)[number];
export const PRIVATE = KINDS.filter((kind) => kind !== 'open');

/** No other text has it, and no stemmer changes it. */
export const WORD = 'verschlusssache';

export interface Files {
  image: { id: number; hash: string };
  document: number;
}

export interface PrivateMedia extends PeopleSite {
  files: Readonly<Record<Kind, Files>>;
  /** `elsewhere`: staff who may see another part of the tree; `viewer`: staff who may see all of it. */
  people: Readonly<Record<'stranger' | 'reader' | 'elsewhere' | 'viewer', Agent>>;
}

/** A public image and document, and their twins in collections of pages that not everybody may read; pages, lists and cards that name all of them. */
export async function openPrivateMedia(): Promise<PrivateMedia> {
  const site = await openPeopleSite();
  try {
    return { ...site, ...await fill(site) };
  } catch (error) {
    await site.close();
    throw error;
  }
}

async function fill(site: PeopleSite): Promise<Pick<PrivateMedia, 'files' | 'people'>> {
  const { deps } = site;
  const twins = await addPage(site, { path: '/twins', content: text([]) });
  const pages: Readonly<Record<Kind, number | null>> = {
    open: null, members: await addPage(site, { path: '/members' }), board: await addPage(site, { path: '/board' }),
    draft: await addPage(site, { path: '/draft', published: false }), gone: await addPage(site, { path: '/gone' }),
  };
  await restrict(deps, SYSTEM, { pageId: pages.members!, access: 'signed-in', password: null });
  await restrict(deps, SYSTEM, { pageId: pages.board!, access: 'password', password: 'rough consensus' });
  const files = {} as Record<Kind, Files>;
  for (const kind of KINDS) files[kind] = await addFiles(site, kind, pages[kind]);
  await trash(deps, SYSTEM, { pageId: pages.gone!, reason: 'It is over.' });
  await refreshAllKinds(deps.db, deps.registry.referenceKinds);
  await addPages(site, files);
  deps.versions.startOver();
  return { files, people: await addPeople(site, twins) };
}

async function addPeople(site: PeopleSite, seenByElsewhere: number): Promise<PrivateMedia['people']> {
  const grants = [{ verb: 'enter', scope: 'area:staff' }, { verb: 'view', scope: `page:${seenByElsewhere}` }];
  await insertGroupUnlessThere(site.deps.db, { key: 'elsewhere', name: 'Elsewhere', description: '', grants });
  for (const [name, ...groups] of [['reader'], ['elsewhere', 'elsewhere'], ['viewer', 'viewers']] as const) await addPerson(site, `${name}@example.org`, ...groups);
  const agent = (name: string) => signedIn(site, `${name}@example.org`);
  return { stranger: request.agent(site.server), reader: await agent('reader'), elsewhere: await agent('elsewhere'), viewer: await agent('viewer') };
}

async function addFiles({ deps }: PeopleSite, kind: Kind, pageId: number | null): Promise<Files> {
  const collectionId = await makeCollection(deps, SYSTEM, `Collection ${kind}`);
  await changeCollection(deps, SYSTEM, { id: collectionId, version: 1, name: `Collection ${kind}`, pageId });
  const words = `${WORD}-${kind}`;
  const imageId = await storeImage(deps, { name: words, title: words, alt: words, credit: words, focalX: 0.5, focalY: 0.5, bytes: await plain(500, 400 + KINDS.indexOf(kind)) });
  const document = await storeDocument(deps, { filename: `${words}.csv`, title: words, description: words, bytes: Buffer.from(`What is in it: ${words}.`) });
  await deps.db('images').where('id', imageId).update({ collectionId });
  await deps.db('documents').where('id', document).update({ collectionId, text: `What is in it: ${words}.`, textState: 'read' });
  return { image: (await deps.db('images').where('id', imageId).first<{ id: number; hash: string }>('id', 'hash')), document };
}

/** Pages that name all of them, in every way: one for everybody, one inside a gate; and posts, whose pictures stand in lists and cards. */
async function addPages(site: PeopleSite, files: PrivateMedia['files']): Promise<void> {
  const picture = (kind: Kind) => ({ ref: `image:${files[kind].image.id}`, alt: 'Seen here', decorative: false });
  const named = (which: readonly Kind[]) => text(which.map((kind, index) => ({ kind, index })).flatMap(({ kind, index }) => [
    { id: `i${index}`, type: 'image', value: { image: picture(kind), caption: null, credit: null } },
    { id: `t${index}`, type: 'paragraph', value: { text: { type: 'doc', content: [
      { type: 'paragraph', content: [{ type: 'text', text: 'Read this', marks: [{ type: 'link', attrs: { ref: `document:${files[kind].document}` } }] }] },
      { type: 'image', attrs: { ...picture(kind), caption: null } },
    ] } } },
  ]));
  await addPage(site, { path: '/all', content: named(KINDS), common: { socialImage: picture('members'), feedImage: picture('board') } });
  await addPage(site, { path: '/members/inside', content: named(KINDS), common: { socialImage: picture('members') } });
  await addPage(site, { path: '/blog', type: 'blog', title: 'Blog', content: { introduction: null } });
  const { example } = site.deps.registry.pageTypes.get('post')!;
  for (const kind of KINDS) await addPage(site, { path: `/blog/${kind}`, type: 'post', content: { ...example, image: picture(kind) }, common: { socialImage: picture(kind) } });
}

function text(keyInfo: unknown[]): Record<string, unknown> {
  return { introduction: 'An introduction.', keyInfo, inDepth: [], questions: [], relatedLinks: [], callToAction: null, signUp: null };
}
