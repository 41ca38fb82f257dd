import type { BibliographyEntry } from '../pages/frame';
import type { ReferenceTarget } from '../reference-kind';
import type { Renderer } from './renderer';
import { sourceSchema } from './source';

/** The sources that the text cites, in the order of their numbers (content.md 8.4). */
export function bibliographyOf(render: Renderer): BibliographyEntry[] {
  return render.citations.map((target, index) => entryOf(target, index + 1));
}

function entryOf(target: ReferenceTarget, number: number): BibliographyEntry {
  const { tag, authors, date, detail } = sourceSchema.parse(target.data);
  return { number, tag, authors, date, detail, url: target.url, title: target.title ?? target.label };
}
