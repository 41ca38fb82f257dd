import { cleanText } from '../fields/plain-text';
import { CAME_FROM, choicesOf, defaultsOf, hasChoices, TICKED, type Form, type FormContext, type Question, type QuestionType } from './form';
import { MOST } from './read-answer';
import type { FormView, QuestionView } from './views';

interface Filling {
  readonly context: FormContext;
  /** The page that the reader came from, absolute; null when nobody said. */
  readonly cameFrom: string | null;
}

/** What the view of a page with a form prints. Takes a token, so the page is made anew for every reader. */
export function formView(pageId: number, { questions }: Form, { context, cameFrom }: Filling): FormView {
  const { submission } = context;
  const token = context.token();
  const shown = questions.map((question) => questionView(question, {
    sent: submission ? submission.typed[question.name] ?? [] : defaultsOf(question, cameFrom),
    problem: submission?.problems.find(({ name }) => name === question.name)?.message ?? null,
  }));
  return {
    action: `/forms/${pageId}`,
    token,
    opened: submission?.opened ?? token,
    problems: (submission?.problems ?? []).map(({ name, message }) => {
      const question = shown.find((one) => one.name === name);
      return { url: question ? `#${question.id}` : null, label: question?.label ?? null, message };
    }),
    questions: shown,
    submit: 'Send',
  };
}

function questionView(question: Question, { sent, problem }: { sent: readonly string[]; problem: string | null }): QuestionView {
  const { name, label, required, type } = question;
  const control = CONTROLS[type];
  const help = question.help === '' ? null : question.help;
  const id = `question-${name}`;
  const described = [...(help === null ? [] : [`${id}-help`]), ...(problem === null ? [] : [`${id}-problem`])];
  return {
    id: control === 'ticks' || control === 'radios' ? `${id}-1` : id,
    name, label, help, required, control, problem,
    inputType: INPUT_TYPES[type] ?? 'text',
    value: cleanText(sent.join('\n')), // all that was typed comes back, but for characters that HTML cannot hold
    max: MOST[type] ?? null,
    autocomplete: autocompleteOf(question),
    options: optionsOf(question, id, sent),
    multiple: type === 'multiple-select',
    describedBy: described.length === 0 ? null : described.join(' '),
  };
}

const CONTROLS: Readonly<Record<QuestionType, QuestionView['control']>> = {
  'single-line': 'input', 'multi-line': 'textarea', email: 'input', number: 'input', url: 'input', checkbox: 'tick', checkboxes: 'ticks',
  'drop-down': 'select', 'multiple-select': 'select', radio: 'radios', date: 'input', 'date-time': 'input', hidden: 'hidden',
};

const INPUT_TYPES: Readonly<Partial<Record<QuestionType, string>>> = { email: 'email', number: 'number', url: 'url', date: 'date', 'date-time': 'datetime-local' };

/** What the browser knows of the reader (WCAG 1.3.5); the address of a page of ours is not the reader's own. */
function autocompleteOf({ type, defaultValue }: Question): string | null {
  if (type === 'url') return defaultValue.includes(CAME_FROM) ? 'off' : 'url';
  return type === 'email' ? 'email' : null;
}

function optionsOf(question: Question, id: string, sent: readonly string[]): QuestionView['options'] {
  const values = question.type === 'checkbox' ? [TICKED] : hasChoices(question) ? choicesOf(question) : [];
  return values.map((value, index) => ({ id: `${id}-${index + 1}`, value, chosen: sent.includes(value) }));
}
