import { element, icon } from '../editor/elements';
import { isAnswered, type AltAnswer } from './alt-answer';
import { libraryNote } from './library-note';

export interface AltQuestion {
  readonly dom: HTMLElement;
  show(answer: AltAnswer): void;
}

let questions = 0;

/**
 * The question of every image, with its two answers. Its inputs belong to no form (`form="-"`), so that nothing of them is
 * sent beside the document that holds the answer.
 */
export function altQuestion(ref: string, answer: AltAnswer, answered: (answer: AltAnswer) => void): AltQuestion {
  questions += 1;
  const group = `alt-question-${questions}`;
  const described = element('input', { type: 'radio', name: group, form: '-' });
  const decoration = element('input', { type: 'radio', name: group, form: '-' });
  const text = element('input', { type: 'text', class: 'input', form: '-', maxlength: '500', 'aria-label': 'Description of the image' });
  const needed = element('p', { class: 'needed small' }, icon('i-warn'), 'Needed before publishing');
  const library = libraryNote((offered) => { show(offered); tell(); });

  described.addEventListener('change', () => { tell(); text.focus(); });
  decoration.addEventListener('change', tell);
  text.addEventListener('input', tell);
  const dom = element('fieldset', { class: 'alt-question' },
    element('legend', {}, 'What should a reader who cannot see it get?'), needed,
    element('label', { class: 'alt-answer' }, described, element('span', {}, 'A description ', element('span', { class: 'soft' }, 'says what the picture shows here'))), text,
    element('label', { class: 'alt-answer' }, decoration, element('span', {}, 'Nothing, it is decoration ', element('span', { class: 'soft' }, 'screen readers skip it'))), library.dom);
  show(answer);
  return { dom, show };

  function tell(): void {
    const said: AltAnswer = { alt: described.checked ? text.value.trim() || null : null, decorative: decoration.checked };
    around(said);
    answered(said);
  }

  function show(next: AltAnswer): void {
    if (next.decorative) decoration.checked = true;
    else if (next.alt !== null) described.checked = true;
    // words that a decoration does not need stay for whoever thinks better of it
    if (next.alt !== null && text.value.trim() !== next.alt) text.value = next.alt;
    around(next);
  }

  function around(said: AltAnswer): void {
    text.hidden = !described.checked;
    needed.hidden = isAnswered(said);
    library.show(ref, said);
  }
}
