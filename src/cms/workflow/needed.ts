import { HttpError, Unprocessable, type Problem } from '../../platform/http/errors';
import type { ImageValue } from '../fields/image';
import { upgraded } from '../page-type';
import { checkSlug } from '../pages/check-slug';
import { commonFormFields } from '../pages/common-form';
import { getPageType } from '../registry';
import { missingIn } from './complete-content';
import type { Candidate } from './publish-facts';
import type { WorkflowDeps } from './workflow-deps';

/** A picture about which nobody has said what readers who cannot see it get. */
export interface UndecidedPicture {
  /** Of its value in what a page says: `['content', 'body', '3', 'value', 'image']`, `['common', 'socialImage']`. */
  readonly path: readonly string[];
  readonly image: ImageValue;
  /** Where the form has it, as the end of the editor's address: `f-content.body.b7.value.image.alt`; in a text its place there: `f-content.body.b7.value.text.image-2`. */
  readonly anchor: string;
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
  const said = saidBy(deps, candidate);
  const others = problems.map(({ field, message }) => ({ message, path: pathOf(field) })).filter(({ path }) => !decided.has(path.join('.')))
    .map(({ message, path }) => ({ message, field: formPath(said, path).join('.'), where: labelOf(type.fields, path) }));
  return { pictures, others: [...await slugProblems(deps, candidate), ...others] };
}

export function undecidedPictures(deps: Pick<WorkflowDeps, 'registry'>, candidate: Pick<Candidate, 'page' | 'revision'>, problems: readonly Problem[] = missingIn(getPageType(deps.registry, candidate.page.type), candidate.revision)): UndecidedPicture[] {
  const said = saidBy(deps, candidate);
  return problems.flatMap(({ field }) => {
    const path = pathOf(field).slice(0, -1);
    const image = field.endsWith('.alt') ? valueAt(said, path) : undefined;
    return isImage(image) ? [{ path, image, anchor: `f-${anchorOf(said, path, image)}` }] : [];
  });
}

/** Both parts of what a page says, under the names that the form has for them. */
function saidBy(deps: Pick<WorkflowDeps, 'registry'>, candidate: Pick<Candidate, 'page' | 'revision'>): Record<string, unknown> {
  return { title: candidate.revision.title, content: contentOf(deps, candidate), common: candidate.revision.common };
}

/** Where a problem of publishing is: those of the content are told without its name. */
function pathOf(field: string): string[] {
  const path = field.split('.');
  return path[0] === 'title' || path[0] === 'common' ? path : ['content', ...path];
}

/** A whole text is one control: in it a picture is found by counting. */
function anchorOf(said: unknown, path: readonly string[], image: ImageValue): string {
  const control = formPath(said, path);
  const around = path.map((_, length) => valueAt(said, path.slice(0, length))).find((value) => isRecord(value) && value['type'] === 'doc');
  if (around === undefined) return [...control, 'alt'].join('.');
  return `${control.join('.')}.image-${picturesIn(around).indexOf(image) + 1}`;
}

function picturesIn(node: unknown): unknown[] {
  if (!isRecord(node)) return [];
  const inside = Array.isArray(node['content']) ? node['content'].flatMap(picturesIn) : [];
  return node['type'] === 'image' ? [node['attrs'], ...inside] : inside;
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

function labelOf(fields: Readonly<Record<string, { label: string }>>, [part, name = '', index]: readonly string[]): string {
  if (part === 'title') return 'Title';
  const known: Readonly<Record<string, { label: string }>> = part === 'common' ? commonFormFields : fields;
  const label = known[name]?.label ?? name;
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

