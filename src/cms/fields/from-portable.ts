import type { z } from 'zod';
import { Unprocessable } from '../../platform/http/errors';
import type { Portable } from '../portable';

/** @throws Unprocessable with the place of the value in the file. */
export function parsePortable<T>(schema: z.ZodType<T>, value: unknown, portable: Portable): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Unprocessable(result.error.issues.map((issue) => (
    { field: [portable.at, ...issue.path].filter((part) => part !== '').join('.'), message: issue.message }
  )));
}

/** Runs a reader that throws plain errors, and says where in the file it happened. */
export function refuse(portable: Portable, message: string): never {
  throw new Unprocessable([{ field: portable.at, message }]);
}
