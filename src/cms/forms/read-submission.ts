import { BadRequest } from '../../platform/http/errors';
import type { AnswerProblem, Form, Question, QuestionType, Typed } from './form';
import { readAnswer, type Answer } from './read-answer';

/** An answer as it is kept: with the question as it was put, whatever becomes of the form. */
export interface GivenAnswer {
  readonly name: string;
  readonly label: string;
  readonly type: QuestionType;
  readonly answer: Answer;
}

/** Names of our own, which no question can have: machine names begin with a letter or a digit. */
export const TRAP = '_website';
export const OPENED = '_opened';

/** All answers together, in UTF-16 units. */
const MOST_TOGETHER = 100_000;

/** A posted form as names with lists of texts. @throws BadRequest for what no form of ours sends */
export function typedIn(body: unknown): Typed {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new BadRequest();
  const typed = Object.entries(body).map(([name, value]): [string, string[]] => [name, Array.isArray(value) ? value.map(textOf) : [textOf(value)]]);
  return Object.assign(Object.create(null) as Record<string, string[]>, Object.fromEntries(typed));
}

function textOf(value: unknown): string {
  if (typeof value !== 'string') throw new BadRequest();
  return value;
}

/** The answers in the order of the questions, and all that is wrong with them: no problems, no excuse. */
export function readSubmission({ questions }: Form, typed: Typed): { answers: GivenAnswer[]; problems: AnswerProblem[] } {
  const answers: GivenAnswer[] = [];
  const problems: AnswerProblem[] = wholeProblems(questions, typed).map((message) => ({ name: null, message }));
  for (const question of questions) {
    const { name, label, type } = question;
    const reading = readAnswer(question, typed[name] ?? []);
    if ('problem' in reading) problems.push({ name, message: reading.problem });
    else answers.push({ name, label, type, answer: reading.answer });
  }
  return { answers, problems };
}

function wholeProblems(questions: readonly Question[], typed: Typed): string[] {
  const known = new Set([TRAP, OPENED, ...questions.map(({ name }) => name)]);
  const changed = Object.keys(typed).some((name) => !known.has(name));
  const length = Object.values(typed).flat().reduce((sum, text) => sum + text.length, 0);
  return [
    ...(changed ? ['This form was changed while you filled it in. Please look at your answers and send them again.'] : []),
    ...(length > MOST_TOGETHER ? [`All answers together may have at most ${MOST_TOGETHER.toLocaleString('en-GB')} characters.`] : []),
  ];
}

/** An answer in words, for mails and lists. */
export function answerText(answer: Answer): string {
  if (typeof answer === 'boolean') return answer ? 'yes' : 'no';
  return typeof answer === 'string' ? answer : answer.join(', ');
}
