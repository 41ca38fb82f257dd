import { HttpError, Unprocessable, type Problem } from '../../platform/http/errors';
import type { ImageValue } from '../fields/image';
import { upgraded } from '../page-type';
import { checkSlug } from '../pages/check-slug';
import { getPageType } from '../registry';
import { missingIn } from './complete-content';
import type { Candidate } from './publish-facts';
import type { WorkflowDeps } from './workflow-deps';

/** A picture in the text about which nobody has said what readers who cannot see it get. */
export interface UndecidedPicture {
  /** Of the value in the content: `['body', '3', 'value', 'image']`. */
  readonly path: readonly string[];
  readonly image: ImageValue;
  /** Where the form has it. */
  readonly field: string;
}

export interface Needed {
  readonly pictures: readonly UndecidedPicture[];
  readonly others: readonly { readonly where: string; readonly message: string; readonly field: string }[];
}

/** Everything that stands between this revision and its publication. */
export async function findNeeded(deps: WorkflowDeps, candidate: Candidate): Promise<Needed> {
  const { page, revision } = candidate;
  const type = getPageType(deps.registry, page.type);
  const problems = missingIn(type, revision);
  const pictures = undecidedPictures(deps, candidate, problems);
  const decided = new Set(pictures.map(({ path }) => [...path, 'alt'].join('.')));
  const content = contentOf(deps, candidate);
  const others = problems.filter(({ field }) => !decided.has(field)).map(({ field, message }) => ({
    message, field: field === 'title' ? 'title' : `content.${formPath(content, field.split('.')).join('.')}`, where: labelOf(type.fields, field),
  }));
  return { pictures, others: [...await slugProblems(deps, candidate), ...others] };
}

export function undecidedPictures(deps: Pick<WorkflowDeps, 'registry'>, candidate: Pick<Candidate, 'page' | 'revision'>, problems: readonly Problem[] = missingIn(getPageType(deps.registry, candidate.page.type), candidate.revision)): UndecidedPicture[] {
  const content = contentOf(deps, candidate);
  return problems.flatMap(({ field }) => {
    const path = field.split('.').slice(0, -1);
    const image = field.endsWith('.alt') ? valueAt(content, path) : undefined;
    return isImage(image) ? [{ path, image, field: `content.${formPath(content, path).join('.')}` }] : [];
  });
}

/** The revision's content as the type's current version has it. */
export function contentOf({ registry }: Pick<WorkflowDeps, 'registry'>, { page, revision }: Pick<Candidate, 'page' | 'revision'>): unknown {
  return upgraded(getPageType(registry, page.type), revision.content, revision.contentVersion);
}

async function slugProblems({ db, registry }: WorkflowDeps, { page, parent, revision }: Candidate): Promise<Needed['others']> {
  if (!parent || revision.slug === page.slug) return [];
  try {
    await checkSlug({ db, registry }, parent, revision.slug, page);
    return [];
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    return [{ where: 'Slug', field: 'slug', message: error instanceof Unprocessable ? error.problems[0]!.message : error.message }];
  }
}

function labelOf(fields: Readonly<Record<string, { label: string }>>, field: string): string {
  const [name = '', index] = field.split('.');
  const label = name === 'title' ? 'Title' : fields[name]?.label ?? name;
  return index !== undefined && /^\d+$/.test(index) ? `${label}, number ${Number(index) + 1}` : label;
}

/** The form names blocks by their ids, not by their numbers, and has one control for a whole text. */
function formPath(content: unknown, path: readonly string[]): string[] {
  const names: string[] = [];
  let at = content;
  for (const name of path) {
    if (isRecord(at) && at['type'] === 'doc') break;
    const next = valueAt(at, [name]);
    names.push(Array.isArray(at) && isRecord(next) && typeof next['id'] === 'string' ? next['id'] : name);
    at = next;
  }
  return names;
}

export function valueAt(content: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, name) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[name] : undefined), content);
}

function isImage(value: unknown): value is ImageValue {
  return isRecord(value) && typeof value['ref'] === 'string' && 'alt' in value && 'decorative' in value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

