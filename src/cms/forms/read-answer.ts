import { z } from 'zod';
import { parseDay } from '../../platform/dates';
import { isWebAddress } from '../fields/url';
import { choicesOf, hasChoices, takesSeveral, TICKED, type Question, type QuestionType } from './form';

/** Of one question: text, yes or no, or the choices taken. */
export type Answer = string | boolean | readonly string[];

export type Reading = { readonly answer: Answer } | { readonly problem: string };

/** How long an answer may be, in UTF-16 units, which is what `maxlength` counts. */
export const MOST: Readonly<Partial<Record<QuestionType, number>>> = { 'single-line': 255, 'multi-line': 10_000, email: 254, number: 40, url: 2_000, hidden: 255 };

/** Whether what was sent answers the question, and what it then says. Nothing sent and nothing asked is an answer too. */
export function readAnswer(question: Question, sent: readonly string[]): Reading {
  const texts = sent.map((text) => text.replace(/\r\n?/g, '\n').normalize('NFC'));
  if (question.type === 'hidden') return readHidden(question, texts);
  if (texts.some(hasUnstorable)) return { problem: 'There are characters in this that cannot be stored. Please type it again.' };
  if (question.type === 'checkbox') return readTick(question, texts);
  if (takesSeveral(question)) return readSeveral(question, texts);
  return readOne(question, texts.map((text) => text.trim()));
}

/** PostgreSQL refuses NUL, and no form sends the other control characters; half a surrogate pair would be stored as something else. */
export function hasUnstorable(text: string): boolean {
  return /[\u0000-\u0008\u000b-\u001f\u007f]|\p{Surrogate}/u.test(text);
}

/** Nobody typed it, so nobody can be asked to mend it: what does not fit counts as what the form itself says. */
function readHidden({ defaultValue }: Question, texts: readonly string[]): Reading {
  const [text = ''] = texts;
  const fits = texts.length <= 1 && text.length <= MOST.hidden! && !text.includes('\n') && !hasUnstorable(text);
  return { answer: fits ? text : defaultValue };
}

function readTick({ required }: Question, texts: readonly string[]): Reading {
  if (texts.some((text) => text !== TICKED) || texts.length > 1) return { problem: 'This can only be ticked or not.' };
  if (required && texts.length === 0) return { problem: 'This has to be ticked.' };
  return { answer: texts.length === 1 };
}

function readSeveral(question: Question, texts: readonly string[]): Reading {
  const choices = choicesOf(question);
  if (texts.some((text) => !choices.includes(text))) return { problem: NOT_OFFERED };
  if (question.required && texts.length === 0) return { problem: 'Choose at least one.' };
  return { answer: choices.filter((choice) => texts.includes(choice)) };
}

function readOne(question: Question, texts: readonly string[]): Reading {
  const given = texts.filter((text) => text !== '');
  const [text = ''] = given;
  if (given.length > 1) return { problem: 'There can be one answer only.' };
  if (text === '') return question.required ? { problem: needed(question) } : { answer: '' };

  const most = MOST[question.type];
  if (most !== undefined && text.length > most) return { problem: `At most ${most.toLocaleString('en-GB')} characters; these are ${text.length.toLocaleString('en-GB')}.` };
  if (question.type !== 'multi-line' && /[\n\t]/.test(text)) return { problem: 'This has to be on one line.' };
  const problem = problemOf(question, text);
  return problem === null ? { answer: text } : { problem };
}

const NOT_OFFERED = 'Choose from what is offered.';

/** Wrong for its type, or null. */
function problemOf(question: Question, text: string): string | null {
  switch (question.type) {
    case 'email': return z.email().safeParse(text).success ? null : 'This is not an e-mail address. One looks like name@example.org.';
    case 'number': return isNumber(text) ? null : 'This is not a number. Write it as 12 or 2.5.';
    case 'url': return isWebAddress(text) ? null : 'This is not a web address. One begins with https:// or http://.';
    case 'date': return /^\d{4}-/.test(text) && parseDay(text) !== undefined ? null : 'This is not a day of the calendar. Write it as 2026-11-22.';
    case 'date-time': return isDateTime(text) ? null : 'This is not a day and a time. Write it as 2026-11-22T17:30.';
    default: return hasChoices(question) && !choicesOf(question).includes(text) ? NOT_OFFERED : null;
  }
}

function isNumber(text: string): boolean {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i.test(text) && Number.isFinite(Number(text));
}

function isDateTime(text: string): boolean {
  const [, day, hours, minutes, seconds = '0'] = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,3})?)?$/.exec(text) ?? [];
  return day !== undefined && parseDay(day) !== undefined && Number(hours) < 24 && Number(minutes) < 60 && Number(seconds) < 60;
}

function needed(question: Question): string {
  return hasChoices(question) ? 'Choose one.' : 'This cannot be empty.';
}
