import { startDrops } from '../editor/drops';
import { element } from '../editor/elements';
import { signInAgain } from '../editor/sign-in-again';
import type { Takes } from './check-file';
import { listenForFiles } from './file-sources';
import { askForPage, takeList } from './library';
import { LibraryPane } from './pane';
import { startSelection } from './selection';
import { UploadList } from './upload-list';

/** The library of images or documents: everything in it but dropping and pasting works without this, too. */
export function startLibrary(): void {
  const library = document.querySelector<HTMLElement>('[data-library]');
  if (!library) return;
  takeAddress(library);
  startDrops();
  startSelection(library);
  let resume = (): void => undefined;
  const signIn = signInAgain(element('form', { 'data-email': library.dataset.email ?? '' }), () => { resume(); });
  const pane = new LibraryPane(library, { signIn, takes: takesOf(library) });
  const uploads = startUploads(library, pane, signIn);
  if (uploads) resume = () => { uploads.resume(); };
}

/** What a refused form drew stands at the form's address, which nobody can go back to: it becomes the list's or the pane's own. */
function takeAddress({ dataset: { address } }: HTMLElement): void {
  if (address !== undefined && new URL(address, location.href).pathname !== location.pathname) history.replaceState(null, '', address);
}

/** What can be uploaded here stands with the place for uploads; in the trash, and for who may not, there is none. */
function takesOf({ dataset }: HTMLElement): Takes {
  return { accept: dataset.accept ?? '', mostBytes: Number(dataset.mostBytes ?? Infinity), kinds: dataset.kinds ?? 'a file that is taken here' };
}

function startUploads(library: HTMLElement, pane: LibraryPane, signIn: () => void): UploadList | null {
  const section = library.querySelector<HTMLElement>('[data-uploads]');
  const button = library.querySelector<HTMLButtonElement>('[data-choose-files]');
  if (!section || !button) return null;
  const takes = takesOf(library);
  const { url = '', collection, into, one = 'file', many = 'files' } = section.dataset;
  const list = new UploadList(section, {
    ...takes, url, collection: collection || undefined, words: { one, many }, open: (address) => { void pane.open(address); }, signIn, home: button,
    settled: (uploaded) => { void refresh(library, uploaded); },
  });
  const files = listenForFiles({ words: into ? `Drop to upload into “${into}”` : `Drop to upload`, accept: takes.accept, take: (taken) => { list.add(taken); } });
  library.querySelector('[data-upload-plain]')?.remove();
  button.hidden = false;
  button.addEventListener('click', files.choose);
  window.addEventListener('beforeunload', (event) => { if (list.isBusy) event.preventDefault(); });
  window.addEventListener('online', () => { list.resume(); });
  return list;
}

/** New files appear where the list would show them; on a later page of it they do not. */
async function refresh(library: HTMLElement, fresh: readonly number[]): Promise<void> {
  const answer = await askForPage(location.href);
  if (answer.kind === 'page') takeList(library, answer.page, fresh);
}
