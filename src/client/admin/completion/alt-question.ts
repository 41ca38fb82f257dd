import { element, icon } from '../editor/elements';

export interface AltAnswer {
  readonly alt: string | null;
  readonly decorative: boolean;
}

let questions = 0;

/**
 * The question of every image, with its two answers. Its inputs belong to no form (`form="-"`), so that nothing of them is
 * sent beside the document that holds the answer.
 */
export function altQuestion(answer: AltAnswer, answered: (answer: AltAnswer) => void): { dom: HTMLElement; show(answer: AltAnswer): void } {
  questions += 1;
  const group = `alt-question-${questions}`;
  const described = element('input', { type: 'radio', name: group, form: '-' });
  const decoration = element('input', { type: 'radio', name: group, form: '-' });
  const text = element('input', { type: 'text', class: 'input', form: '-', maxlength: '500', 'aria-label': 'Description of the image' });
  const needed = element('p', { class: 'needed small' }, icon('i-warn'), 'Needed before publishing');

  described.addEventListener('change', () => { tell(); text.focus(); });
  decoration.addEventListener('change', tell);
  text.addEventListener('input', tell);
  const dom = element('fieldset', { class: 'alt-question' },
    element('legend', {}, 'What should a reader who cannot see it get?'), needed,
    element('label', { class: 'alt-answer' }, described, element('span', {}, 'A description ', element('span', { class: 'soft' }, 'says what the picture shows here'))), text,
    element('label', { class: 'alt-answer' }, decoration, element('span', {}, 'Nothing, it is decoration ', element('span', { class: 'soft' }, 'screen readers skip it'))));
  show(answer);
  return { dom, show };

  function tell(): void {
    text.hidden = !described.checked;
    const said: AltAnswer = { alt: described.checked ? text.value.trim() || null : null, decorative: decoration.checked };
    needed.hidden = isAnswered(said);
    answered(said);
  }

  function show(next: AltAnswer): void {
    if (next.decorative) decoration.checked = true;
    else if (next.alt !== null) described.checked = true;
    if (next.decorative || (next.alt !== null && text.value.trim() !== next.alt)) text.value = next.alt ?? '';
    text.hidden = !described.checked;
    needed.hidden = isAnswered(next);
  }
}

export function isAnswered({ alt, decorative }: AltAnswer): boolean {
  return decorative || (alt ?? '') !== '';
}
