import { goOnAfter, startUploads } from '../completion/on-the-way';
import { startRichText } from '../rich-text/start';
import { startConflict } from '../conflict';
import { addByLines } from './add-by-lines';
import { startAutosave, type Autosave } from './autosave';
import { wayOutOfConflict } from './conflict-way';
import { startCounters } from './counters';
import { startDrops } from './drops';
import { textButton } from './elements';
import { pageForm } from './form';
import { onAdded } from './insert';
import { takePastedBlocks } from './paste-blocks';
import { startPresence } from './presence';
import { startPreview } from './preview';
import { enhanceRepeats, moveByKeys } from './repeat';
import { offerReturnedText } from './returned-text';
import { startSaving } from './save';
import { startShortcuts } from './shortcuts';
import { signInAgain } from './sign-in-again';
import { openBySlash } from './slash';
import { takeStrayFiles } from './stray-files';
import { startTabs } from './tabs';
import { startTitle } from './title';
import { startViews } from './views';

/** The editor of a page: every part refines what the server's form does without it. */
export function startEditor(): void {
  startConflict();
  const form = pageForm();
  const goToTarget = startTabs();
  startViews();
  startDrops();
  if (!form) return;
  const autosave = form.dataset.readOnly === undefined ? startWriting(form) : null;
  goToTarget();
  takeStrayFiles(autosave ? form : null);
  startPreview(form);
  startShortcuts(autosave);
}

function startWriting(form: HTMLFormElement): Autosave {
  enhance(form);
  onAdded(enhance);
  addByLines(form);
  moveByKeys(form);
  openBySlash(form);
  takePastedBlocks(form);
  startTitle(form);

  const resume = (): void => {
    autosave.resume();
    form.dispatchEvent(new Event('plenary:refresh'));
    goOnAfter('signed-out');
  };
  const signIn = signInAgain(form, resume);
  const autosave = startAutosave(form, {
    onSignedOut: signIn,
    act: (kind) => (kind === 'conflict' ? wayOutOfConflict() : kind === 'signed-out' ? textButton('Sign in', signIn) : null),
  });
  startUploads(signIn);
  startSaving(form, autosave, signIn);
  startPresence(form, signIn);
  void offerReturnedText(form, autosave);
  return autosave;
}

/** Each new part of the form gets the same. */
function enhance(root: HTMLElement): void {
  enhanceRepeats(root);
  startCounters(root);
  startRichText(root);
}
