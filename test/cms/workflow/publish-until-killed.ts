import { setTimeout as pause } from 'node:timers/promises';
import { publish } from '../../../src/cms/workflow/publish';
import { saveRevision } from '../../../src/cms/workflow/save-revision';
import { NO_COMMON_FIELDS } from '../../../src/cms/pages/page';
import { SYSTEM } from '../../../src/platform/history/record';
import { buildTestDeps } from '../../support/test-deps';

/**
 * A process of its own for kill.test.ts: renames and publishes one page for ever, and says each acknowledged number.
 * Arguments: database URL, page id, first number.
 */
async function main(): Promise<void> {
  const [, , url, page, first] = process.argv as [string, string, string, string, string];
  const deps = await buildTestDeps(url);
  const pageId = Number(page);
  const content = deps.registry.pageTypes.get('section')!.example;
  for (let number = Number(first); ; number += 1) {
    const draft = { pageId, base: 'latest' as const, title: `Title ${number}`, slug: `slug-${number}`, common: NO_COMMON_FIELDS, content, note: null };
    const { revisionId } = await saveRevision(deps, SYSTEM, draft);
    await publish(deps, SYSTEM, { pageId, revisionId });
    process.stdout.write(`${number}\n`);
    await pause(0);
  }
}

void main();
