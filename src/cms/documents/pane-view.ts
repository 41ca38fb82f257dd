import { DOCUMENTS } from '../library/kinds';
import type { LibraryFacts } from '../library/list-queries';
import { paneFields } from '../library/pane-fields';
import { collectionIn, paneView, peopleFacts, versionViews, type PaneRequest } from '../library/pane-view';
import type { Reader } from '../library/request';
import { sizeWords } from '../library/words';
import { documentType, documentUrl, extensionOf } from './document-file';
import type { ShownDocument } from './list-queries';
import { DOCUMENT_FORM } from './pane-form';
import type { DocumentPaneView } from './views';
import { TEXTS, textWords, typeWords } from './words';

export function documentPane(reader: Reader, asked: PaneRequest<ShownDocument, LibraryFacts>): DocumentPaneView {
  const { file: document, facts, refused, origin } = asked;
  const { id, filename, bytes, textState, beginning } = document;
  const url = documentUrl(id, filename);
  return {
    ...paneView(reader, DOCUMENTS, asked, paneFields(DOCUMENT_FORM, document, refused, { collection: collectionIn(facts) })),
    facts: [{ label: 'File', value: `${typeWords(filename)}, ${sizeWords(bytes)}`, more: filename }, ...peopleFacts(reader, document)],
    file: { url, address: `${origin}${url}`, opens: documentType(filename)?.inline ? 'Open' : 'Download', extension: extensionOf(filename) },
    text: { ...TEXTS[textState], words: textWords(document), beginning },
    versions: versionViews(reader, document, (version) => ({ facts: sizeWords(version.bytes), url: `${DOCUMENTS.base}/${id}/versions/${version.number}`, sha256: version.sha256 })),
    deletion: deletionWords(document),
  };
}

function deletionWords({ versions }: ShownDocument): string {
  const files = versions.length <= 1 ? 'Its file is' : `All ${versions.length} versions of its file are`;
  return `${files} deleted, and its address goes on saying that it is gone. This cannot be taken back.`;
}
