/** A gate: of what is passed to it, at most so many run at a time; the others wait their turn, in order. */
export function atMost(count: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let running = 0;

  return async (work) => {
    if (running < count) running += 1;
    else await new Promise<void>((resolve) => { waiting.push(resolve); }); // whoever ends hands its turn over

    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
