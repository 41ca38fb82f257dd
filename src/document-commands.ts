import type { Deps } from './build-deps';
import { listWaiting } from './cms/documents/queries';
import { readDocument } from './cms/documents/read-document';
import { Refusal } from './platform/refusal';

export const DOCUMENTS_USAGE = 'documents read';

/** Some documents are damaged, or not in the store; the others were read. */
const PARTIAL = 3;

/** `npm run cli documents read`: what the worker does by itself. Gives what to print and the exit code. @throws Refusal in words for the operator */
export async function runDocumentsCommand(deps: Deps, [name]: readonly string[]): Promise<{ text: string; exitCode: number }> {
  if (name !== 'read') throw new Refusal(`It is written: npm run cli ${DOCUMENTS_USAGE}`);
  const ids = await listWaiting(deps.db);
  const lines: string[] = [];
  for (const id of ids) lines.push(...await readOne(deps, id));
  const failed = lines.length;
  return { text: [...lines, `${ids.length === 1 ? '1 document' : `${ids.length} documents`} waited; ${ids.length - failed} read.`].join('\n'), exitCode: failed > 0 ? PARTIAL : 0 };
}

/** A line about what went wrong; none when nothing did. */
async function readOne(deps: Deps, id: number): Promise<string[]> {
  try {
    return await readDocument(deps, id) === 'failed' ? [`Document ${id} cannot be read.`] : [];
  } catch (error) {
    return [`Document ${id}: ${(error as Error).message}`];
  }
}
