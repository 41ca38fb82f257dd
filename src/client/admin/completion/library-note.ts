import { element, icon, textButton } from '../editor/elements';
import { isAnswered, type AltAnswer } from './alt-answer';
import { answerOfLibrary } from './library-pictures';

export interface LibraryNote {
  readonly dom: HTMLElement;
  show(ref: string, answer: AltAnswer): void;
}

/** Whether a place says of an image what the library does; where it does not, the library's words can be had. They become the place's own. */
export function libraryNote(use: (offered: AltAnswer) => void): LibraryNote {
  const same = element('p', { class: 'small soft from-library' }, icon('i-check'), element('span', {}, 'From the library. What you change here is for this place only.'));
  const button = textButton('', () => { use(offered); });
  const other = element('p', { class: 'small from-library' }, button);
  const dom = element('div', { 'data-made': true }, same, other);
  let offered: AltAnswer = { alt: null, decorative: false };
  return {
    dom,
    show(ref, answer) {
      offered = answerOfLibrary(ref);
      const isSame = offered.decorative === answer.decorative && (offered.decorative || offered.alt === answer.alt);
      same.hidden = !isAnswered(offered) || !isSame;
      other.hidden = !isAnswered(offered) || isSame;
      button.textContent = offered.decorative ? 'Decoration, as in the library' : `Use the library’s description: “${offered.alt ?? ''}”`;
    },
  };
}
