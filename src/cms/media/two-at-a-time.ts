const MOST = 2;
const waiting: (() => void)[] = [];
let running = 0;

/**
 * Pictures are decoded two at a time (security.md rule 21), whoever asks: the memory that 50 million pixels take
 * belongs to the process, so the count does too.
 */
export async function twoAtATime<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running < MOST) running += 1;
  else await new Promise<void>((resolve) => { waiting.push(resolve); }); // whoever ends hands its turn over

  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
