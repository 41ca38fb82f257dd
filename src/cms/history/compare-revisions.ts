import { listContentReferences } from '../content';
import { commonReferences } from '../pages/common-fields';
import type { PageRow } from '../pages/queries';
import type { Site } from '../sites/site';
import { createRenderer } from '../references/content-renderer';
import { resolveReferences } from '../references/resolve';
import { getPageType } from '../registry';
import { textOf } from '../revisions/page-text';
import { compareByField, comparePart, sameLine, type ComparedField, type ComparedPart, type NewRenderer } from './compare';
import type { HistoryDeps } from './deps';
import { partsOf, type Part } from './parts';
import type { ComparedRevision } from './revision-queries';
import type { ShownPart } from './views';

export interface Comparison {
  readonly shown: readonly ShownPart[];
  readonly fields: readonly ComparedField[];
  readonly removed: number;
  readonly added: number;
  readonly changed: readonly Part[];
}

/** Two revisions part by part, older texts lifted to what the type says today. At most two queries, for what they refer to. */
export async function compareRevisions(
  deps: HistoryDeps, { site, page, view }: { site: Site; page: PageRow; view: 'page' | 'field' }, older: ComparedRevision, newer: ComparedRevision,
): Promise<Comparison> {
  const type = getPageType(deps.registry, page.type);
  const [was, is] = [textOf(type, older), textOf(type, newer)];
  const parts = partsOf(type, was, is);
  const uris = [was, is].flatMap((text) => [...listContentReferences(type.fields, text.content), ...commonReferences(text.common)]);
  const render = await rendererFor(deps, site, page, [...new Set(uris)]);
  const changed = parts.filter((part) => part.state !== 'same' || (part.kind === 'block' && part.moved));
  if (view === 'field') {
    const fields = changed.map((part) => compareByField(part, render));
    return { shown: [], fields, changed, ...sum(fields) };
  }
  const compared = parts.filter((part) => part.state !== 'same' || /^(?:title|content)/.test(part.path)).map((part) => comparePart(part, render));
  return { shown: folded(compared), fields: [], changed, ...sum(compared) };
}

/** Sources are not numbered: their numbers would differ below every change. */
async function rendererFor({ db, registry, templates, now }: HistoryDeps, site: Site, page: PageRow, uris: readonly string[]): Promise<NewRenderer> {
  const targets = await resolveReferences(db, registry.referenceKinds, uris, now(), page.gateId, page.id);
  const kinds = new Map([...registry.referenceKinds].map(([name, kind]) => [name, { ...kind, bibliographic: false }]));
  return () => createRenderer({ targets, kinds, templates, baseUrl: site.baseUrl });
}

function sum(parts: readonly { readonly removed: number; readonly added: number }[]): { removed: number; added: number } {
  return { removed: parts.reduce((total, { removed }) => total + removed, 0), added: parts.reduce((total, { added }) => total + added, 0) };
}

/** The title always stands there; other parts that are the same are folded, those without content left out. */
function folded(parts: readonly ComparedPart[]): ShownPart[] {
  const shown: ShownPart[] = [];
  let run: ComparedPart[] = [];
  const end = (): void => {
    if (run.length > 0) shown.push({ same: sameLine(run.map(({ label }) => label)), parts: run.map(({ html }) => html) });
    run = [];
  };
  for (const part of parts) {
    if (part.state === 'same' && !part.moved && part.path !== 'title') {
      if (part.html.trim() !== '') run.push(part);
      continue;
    }
    end();
    shown.push({ part });
  }
  end();
  return shown;
}
