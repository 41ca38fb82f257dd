import { hash, verify } from '@node-rs/argon2';
import { Unavailable } from '../platform/http/errors';

/** Security rule 31: argon2id (the library's default), 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Lengths in UTF-16 units; 15 and more are advised. */
export const PASSWORD_LENGTH = { min: 8, max: 128 } as const;

/** Of a random password that nobody has, at the same cost: what an unknown user's attempt is compared with. */
const DUMMY = '$argon2id$v=19$m=19456,t=2,p=1$17cEVQPYYo0f6dTxP43enQ$ocwfRt45tok7dztdhuJD3I1qZ7emBV2Sa/yu5NgEH24';

/** @throws Error when the password is too short or too long */
export async function hashPassword(password: string): Promise<string> {
  const { length } = password;
  if (length < PASSWORD_LENGTH.min || length > PASSWORD_LENGTH.max) {
    throw new Error(`A password has ${PASSWORD_LENGTH.min} to ${PASSWORD_LENGTH.max} characters.`);
  }
  return inTurn(() => hash(password.normalize('NFC'), COST));
}

/** Whether it is the password of this hash. Without a hash the answer is no, after the same time. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const matches = await inTurn(() => verify(passwordHash ?? DUMMY, password.normalize('NFC')));
  return matches && passwordHash !== null;
}

const AT_ONCE = 4;
const MAX_WAITING = 100;

/** Of the whole process, since memory and processors are: each hash takes 19 MiB and a thread. */
let running = 0;
const waiting: (() => void)[] = [];

/** @throws Unavailable when so many wait already that the last would be answered too late anyway */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MAX_WAITING) throw new Unavailable();
    await new Promise<void>((resolve) => { waiting.push(resolve); });
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next(); // it takes over this place
    else running -= 1;
  }
}
