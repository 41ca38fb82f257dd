import type { TextMark, TextMarkSource } from '../../cms/references/text-marks';
import { shortDefinition, termUrl } from './glossary';
import { listMarkedTerms } from './queries';
import type { TermContent } from './term';

/** GL-03: texts mark the first use of a term. Without a glossary to lead to, they mark none. */
export const termMarks: TextMarkSource = {
  async load(db, _siteId, now) {
    const rows = await listMarkedTerms(db, now);
    return rows.flatMap(({ key, content, glossary }) => (glossary === null ? [] : [markOf(glossary, key, content)]));
  },
};

function markOf(glossary: string, key: string, { title, abbreviation, definition }: TermContent): TextMark {
  return {
    url: termUrl(glossary, key),
    title: shortDefinition(definition),
    forms: [{ text: title, anyCase: isName(title) }, ...(abbreviation === null ? [] : [{ text: abbreviation, anyCase: false }])],
  };
}

/** Two words or more are nothing else by accident; a single one ("area", "stream") may be, unless it has the glossary's capital. */
function isName(title: string): boolean {
  return /[\s-]/.test(title);
}
