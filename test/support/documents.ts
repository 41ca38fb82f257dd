import { zip, type Packed } from './archives';

/** A PDF with one line of text on each page. `catalog`: more entries of its root, such as an action on opening. */
export function pdf(lines: readonly string[], catalog = ''): Buffer {
  const pages = lines.map((_, index) => 4 + 2 * index);
  const objects = [
    `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
    `<</Type/Pages/Kids[${pages.map((number) => `${number} 0 R`).join(' ')}]/Count ${pages.length}>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...lines.flatMap((line, index) => {
      const shown = `BT /F1 18 Tf 20 100 Td (${line}) Tj ET`;
      return [
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 200]/Contents ${5 + 2 * index} 0 R/Resources<</Font<</F1 3 0 R>>>>>>`,
        `<</Length ${shown.length}>>stream\n${shown}\nendstream`,
      ];
    }),
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const list = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${list}trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** `main`: "wordprocessingml.document" and the like. */
function office(main: string, parts: readonly Packed[]): Buffer {
  const types = `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/x.xml" ContentType="${OFFICE}.${main}.main+xml"/></Types>`;
  return zip([{ name: '[Content_Types].xml', content: types }, ...parts]);
}

/** `body`: what stands in the document besides its paragraphs. */
export function docx(paragraphs: readonly string[], { body = '', more = [] }: { body?: string; more?: readonly Packed[] } = {}): Buffer {
  const content = `<?xml version="1.0"?><w:document xmlns:w="urn:w"><w:body>${paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('')}${body}</w:body></w:document>`;
  return office('wordprocessingml.document', [{ name: 'word/document.xml', content }, ...more]);
}

export function xlsx(cells: readonly string[]): Buffer {
  const content = `<sst>${cells.map((cell) => `<si><t>${cell}</t><rPh><t>hint</t></rPh></si>`).join('')}</sst>`;
  return office('spreadsheetml.sheet', [{ name: 'xl/sharedStrings.xml', content }, { name: 'xl/worksheets/sheet1.xml', content: '<worksheet><c t="inlineStr"><is><t>inline words</t></is></c><c><v>42</v></c></worksheet>' }]);
}

export function pptx(slides: readonly string[]): Buffer {
  const parts = slides.map((text, index) => ({ name: `ppt/slides/slide${index + 1}.xml`, content: `<p:sld xmlns:p="urn:p" xmlns:a="urn:a"><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:sld>` }));
  return office('presentationml.presentation', [...parts].reverse());
}

export function odt(content: string, more: readonly Packed[] = []): Buffer {
  return zip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
    { name: 'content.xml', content: `<office:document-content xmlns:office="urn:o" xmlns:text="urn:t"><office:body>${content}</office:body></office:document-content>` },
    ...more,
  ]);
}
