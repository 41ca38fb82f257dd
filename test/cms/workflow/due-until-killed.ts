import { setTimeout as pause } from 'node:timers/promises';
import { publishDue } from '../../../src/cms/workflow/publish-due';
import { buildTestDeps } from '../../support/test-deps';

/** A process of its own for due-kill.test.ts: publishes what is due for ever, and says that it began. Argument: database URL. */
async function main(): Promise<void> {
  const deps = await buildTestDeps(process.argv[2]!);
  process.stdout.write('ready\n');
  for (;;) {
    await publishDue(deps);
    await pause(1);
  }
}

void main();
