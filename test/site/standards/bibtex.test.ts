import { bibtexOf } from '../../../src/site/standards/bibtex';
import type { RfcDetail } from '../../../src/site/standards/rfc-detail';

const RFC: RfcDetail = {
  number: 2616, title: 'Hypertext Transfer Protocol -- HTTP/1.1', status: 'Draft Standard', stream: 'IETF', date: '1999-06-01', authors: ['R. Fielding, Ed.', 'J. Gettys', 'Internet Architecture Board'],
  group: 'http', draft: null, series: [], abstract: null, obsoletes: [], obsoletedBy: [], updates: [], updatedBy: [],
  day: null, publishedStatus: null, groupName: null, area: null, keywords: [], formats: [], pages: 176, doi: '10.17487/RFC2616', errataUrl: null, stale: false,
};

/** Fields of an entry, by counting braces as BibTeX does. */
function fieldsOf(entry: string): Record<string, string> {
  const [, body] = /^@misc\{rfc\d+,\n([^]*)\n\}\n$/.exec(entry)!;
  return Object.fromEntries(body!.split('\n').map((line) => {
    const [, name, value] = /^ {2}(\w+) += (.*),$/.exec(line)!;
    let depth = 0;
    for (const character of value!.replace(/\\[{}]/g, '')) {
      if (character === '{') depth += 1;
      if (character === '}') depth -= 1;
      expect(depth).toBeGreaterThanOrEqual(0);
    }
    expect(depth).toBe(0);
    return [name, value];
  })) as Record<string, string>;
}

test('an entry has what a bibliography needs', () => {
  expect(fieldsOf(bibtexOf(RFC))).toEqual({
    series: '{Request for Comments}', number: '2616', howpublished: '{RFC 2616}', publisher: '{RFC Editor}', doi: '{10.17487/RFC2616}', url: '{https://www.rfc-editor.org/info/rfc2616}',
    author: '{R. Fielding and J. Gettys and {Internet Architecture Board}}', title: '{{Hypertext Transfer Protocol -- HTTP/1.1}}', pagetotal: '176', year: '1999', month: 'jun',
  });
});

test('what is not known is left out; the day is there when it is', () => {
  const fields = fieldsOf(bibtexOf({ ...RFC, authors: [], pages: null, doi: null, date: '1990-04-01', day: 1 }));
  expect(Object.keys(fields)).toEqual(['series', 'number', 'howpublished', 'publisher', 'url', 'title', 'year', 'month', 'day']);
  expect(fields).toMatchObject({ month: 'apr', day: '1' });
});

test('signs that mean something to TeX do not', () => {
  expect(fieldsOf(bibtexOf({ ...RFC, title: '100% of {A} & B_C ~ $D #1 ^ \\end' })).title).toBe('{{100\\% of \\{A\\} \\& B\\_C \\textasciitilde{} \\$D \\#1 \\textasciicircum{} \\textbackslash{}end}}');
});
