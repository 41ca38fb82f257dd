import type { Holder } from '../../accounts/permissions';
import { instantIn } from '../../platform/instants';
import { listContentReferences } from '../content';
import { commonReferences } from '../pages/common-fields';
import { hiddenNames } from '../pages/hidden-names';
import { resolveReferences, targetOf, type Targets } from '../references/resolve';
import { sourceSchema } from '../references/source';
import { parseReference } from '../references/uri';
import { getPageType } from '../registry';
import { listNewerCopies } from './fact-queries';
import { contentOf } from './needed';
import type { Candidate } from './publish-facts';
import type { Look } from './views';
import { listed } from './words';
import type { WorkflowDeps } from './workflow-deps';

/** More than this of one kind is only counted. */
const MOST = 4;

export type Reader = Holder & { readonly timeZone: string };

/** What somebody may want to know before publishing; nothing of it stands in the way. */
export async function worthALook(deps: WorkflowDeps, candidate: Candidate, reader: Reader): Promise<Look[]> {
  const uris = urisOf(deps, candidate);
  const targets = await resolveReferences(deps.db, deps.registry.referenceKinds, uris, deps.now(), candidate.page.gateId, candidate.page.id);
  return [
    ...await otherTexts(deps, candidate, reader),
    ...emptyDescription(candidate),
    ...await broken(deps, reader, uris, targets),
    ...superseded(deps, uris, targets),
    ...endingSoon(candidate, reader),
  ];
}

function urisOf(deps: WorkflowDeps, candidate: Candidate): string[] {
  const { fields } = getPageType(deps.registry, candidate.page.type);
  return [...new Set([...listContentReferences(fields, contentOf(deps, candidate) as Record<string, unknown>), ...commonReferences(candidate.revision.common)])];
}

async function otherTexts({ db }: WorkflowDeps, { page, revision }: Candidate, reader: Reader): Promise<Look[]> {
  const copies = await listNewerCopies(db, page.id, revision.createdAt);
  return copies.map(({ userId, name, updatedAt }) => (userId === reader.id
    ? { text: 'Changes of yours are kept but in no revision yet, so they do not go live now.', url: `/admin/pages/${page.id}/edit`, words: 'Save them first' }
    : { text: `${name} is writing: what they kept on ${instantIn(reader.timeZone, updatedAt)} is not in this revision.`, url: null, words: null }));
}

function emptyDescription({ page, revision }: Candidate): Look[] {
  if (revision.common.description) return [];
  return [{ text: 'The description for search engines is empty; the introduction is used.', url: `/admin/pages/${page.id}/edit#f-common.description`, words: 'Write one' }];
}

async function broken({ db, registry }: WorkflowDeps, reader: Reader, uris: readonly string[], targets: Targets): Promise<Look[]> {
  const missing = uris.filter((uri) => registry.referenceKinds.has(parseReference(uri)?.kind ?? '') && !targetOf(targets, registry.referenceKinds, uri));
  if (missing.length === 0) return [];
  const titles = [...(await hiddenNames(db, reader, missing)).values()].map((title) => `“${title}”`);
  const rest = missing.filter((uri) => !uri.startsWith('page:'));
  const names = [...titles, ...rest].slice(0, MOST);
  const words = names.length === 0 ? '' : `: ${listed(names)}`;
  return [{ text: `${missing.length === 1 ? 'A reference leads' : `${missing.length} references lead`} to nothing that readers can see${words}. It is printed without a link.`, url: null, words: null }];
}

/** What its own line in a bibliography calls obsolete. */
function superseded({ registry }: WorkflowDeps, uris: readonly string[], targets: Targets): Look[] {
  const obsolete = uris.flatMap((uri) => {
    const target = targetOf(targets, registry.referenceKinds, uri);
    const detail = sourceSchema.safeParse(target?.data).data?.detail ?? '';
    const by = /\bobsoleted by .+?(?=, [a-z]|$)/.exec(detail)?.[0];
    return target && by !== undefined ? [`${target.label} is ${by}`] : [];
  });
  return obsolete.length === 0 ? [] : [{ text: `${listed([...new Set(obsolete)].slice(0, MOST))}.`, url: null, words: null }];
}

function endingSoon({ page }: Candidate, { timeZone }: Reader): Look[] {
  if (!page.expiresAt) return [];
  return [{ text: `It goes offline by itself on ${instantIn(timeZone, page.expiresAt)}.`, url: `/admin/pages/${page.id}/settings`, words: 'Change' }];
}
