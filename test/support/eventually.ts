import { setTimeout as pause } from 'node:timers/promises';

/** Try an expectation again until it holds; after five seconds its own error says what is wrong. */
export async function eventually(expectation: () => void | Promise<void>): Promise<void> {
  const deadline = Date.now() + 5_000;
  for (;;) {
    try {
      return await expectation();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await pause(20);
    }
  }
}
