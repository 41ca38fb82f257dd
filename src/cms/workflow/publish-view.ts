import { shortMoment } from '../../platform/instants';
import { imageFactsOf, type ImageFacts } from '../media/picture';
import { pictureOf } from '../media/renditions';
import { getPage, type PageRow } from '../pages/queries';
import { resolveReferences, targetOf } from '../references/resolve';
import { getPageType } from '../registry';
import { getRevision } from '../revisions/queries';
import type { Site } from '../sites/site';
import { changesWords } from './changed-blocks';
import { fieldsOf, suggestedMoment } from './moment';
import { momentFields, momentWords, type TypedMoment } from './moment-fields';
import { findNeeded, type UndecidedPicture } from './needed';
import { addressFact, feedsFact, menusFact, type Candidate } from './publish-facts';
import { findPending } from './schedule-queries';
import type { Dialog, PictureQuestion, PublishView } from './views';
import type { WorkflowDeps } from './workflow-deps';
import { worthALook, type Reader } from './worth-a-look';

/** What somebody chose in the dialog and sees again: nothing is asked twice. */
export interface Typed {
  readonly when: 'now' | 'at';
  readonly moment: TypedMoment;
  readonly pictures: readonly { readonly alt: string; readonly decision: 'described' | 'decorative' | null }[];
}

export interface PublishAsked {
  readonly site: Site;
  readonly reader: Reader;
  readonly typed: Typed | null;
  readonly problems: ReadonlyMap<string, string>;
}

/** The draft of a page, as what would be published. @throws NotFound when it has none */
export async function candidateOf({ db }: Pick<WorkflowDeps, 'db'>, page: PageRow, revisionId: number): Promise<Candidate> {
  return { page, parent: page.parentId === null ? null : await getPage(db, page.parentId), revision: await getRevision(db, page.id, revisionId) };
}

/** Everything that the dialog says, without what it shares with others. */
export async function publishView(deps: WorkflowDeps, candidate: Candidate, asked: PublishAsked): Promise<Omit<PublishView, keyof Dialog>> {
  const { page, revision } = candidate;
  const needed = await findNeeded(deps, candidate);
  const waiting = needed.others.length;
  return {
    revision: revision.id,
    ...await changes(deps, candidate, asked.site),
    address: await addressFact(deps, candidate), menus: await menusFact(deps, candidate), feeds: await feedsFact(deps, candidate),
    ...await whenPart(deps, page, asked),
    pictures: await pictureQuestions(deps, candidate, needed.pictures, asked),
    needed: needed.others.map(({ where, message, field }) => ({ where, message, url: `/admin/pages/${page.id}/edit#f-${field}` })),
    looks: await worthALook(deps, candidate, asked.reader),
    waits: waiting === 0 ? null : `Waits for ${waiting} needed thing${waiting === 1 ? '' : 's'}`,
  };
}

async function changes({ db, registry }: WorkflowDeps, { page, revision }: Candidate, site: Site): Promise<Pick<PublishView, 'changes' | 'compareUrl'>> {
  const live = page.liveRevisionId === null ? null : await getRevision(db, page.id, page.liveRevisionId);
  const words = changesWords(getPageType(registry, page.type).fields, revision, live, { at: page.lastPublishedAt, zone: site.timeZone });
  const compareUrl = live === null || live.id === revision.id ? null : `/admin/pages/${page.id}/history?a=${live.id}&b=${revision.id}`;
  return { changes: words, compareUrl };
}

async function whenPart({ db, now }: WorkflowDeps, page: PageRow, { site, reader, typed }: PublishAsked): Promise<Pick<PublishView, 'when' | 'moment' | 'momentWords' | 'planned'>> {
  const pending = await findPending(db, page.id);
  const zone = reader.timeZone;
  const planned = pending && { ...fieldsOf(pending.timeZone, pending.dueAt), zone: pending.timeZone };
  const moment = typed?.moment ?? planned ?? { ...suggestedMoment(zone, now()), zone };
  const already = pending ? `It is to go live on ${shortMoment(zone, pending.dueAt, now())} already. Publishing now, or at another time, takes the place of that.` : null;
  return { when: typed?.when ?? (pending ? 'at' : 'now'), moment: momentFields(moment, zone, site.timeZone), momentWords: momentWords(moment, now()), planned: already };
}

async function pictureQuestions({ db, registry, now }: WorkflowDeps, { page }: Candidate, pictures: readonly UndecidedPicture[], { typed, problems }: PublishAsked): Promise<PictureQuestion[]> {
  const kinds = registry.referenceKinds;
  const targets = await resolveReferences(db, kinds, pictures.map(({ image }) => image.ref), now(), page.gateId, page.id);
  return pictures.map(({ image, anchor }, number) => {
    const target = targetOf(targets, kinds, image.ref);
    const facts = target && imageFactsOf(target.data);
    const answer = typed?.pictures[number] ?? offeredFor(image, facts);
    return {
      number, name: target?.label ?? image.ref, url: facts ? pictureOf(facts, image, 'thumb').src : null,
      alt: answer.alt, decision: answer.decision, fromLibrary: !typed && answer.decision !== null,
      problem: problems.get(`alt${number}`) ?? problems.get(`decorative${number}`) ?? null, editUrl: `/admin/pages/${page.id}/edit#${anchor}`,
    };
  });
}

/** The library's own decision, where the place has none: somebody agrees to it by sending the form. */
function offeredFor({ alt }: UndecidedPicture['image'], facts: ImageFacts | undefined): Typed['pictures'][number] {
  const decision = facts?.altDecision === 'described' || facts?.altDecision === 'decorative' ? facts.altDecision : null;
  return alt ? { alt, decision: null } : { alt: (decision === 'described' ? facts?.alt : null) ?? '', decision };
}
