import { z } from 'zod';
import { id } from '../../platform/http/strict-input';

const choice = z.enum(['mine', 'theirs', 'both']);

/** Which texts were looked at, what is to be done, and one choice for each place of a clash: `choice.content.body.b3.text.~2`. */
export function conflictForm(names: readonly string[]) {
  const places = names.filter((name) => CHOICE.test(name));
  return z.object({ theirs: id, number: id, act: z.enum(['save', 'mine', 'copy']).default('save'), ...Object.fromEntries(places.map((name) => [name, choice])) });
}

const CHOICE = /^choice\.[\w.~-]{1,500}$/;

export const PREFIX = 'choice.';
