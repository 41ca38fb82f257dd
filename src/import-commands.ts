import path from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Deps } from './build-deps';
import { importRfcs } from './imports/run-import';
import { sayRfcReport } from './imports/rfc-editor/report';
import { memoryOf } from './platform/memory';
import { Refusal } from './platform/refusal';

export const IMPORT_USAGE = 'import rfcs --from <address or file> [--dry-run] [--allow-fewer]';

const OPTIONS = { from: { type: 'string' }, 'dry-run': { type: 'boolean' }, 'allow-fewer': { type: 'boolean' } } as const satisfies ParseArgsConfig['options'];

/** Some entries could not be read; the others were imported. */
const PARTIAL = 3;

/**
 * `npm run cli import rfcs --from https://www.rfc-editor.org/rfc-index.xml`. Gives what to print and the exit code: 0 when all of it is
 * in, 3 when some entries were left out. @throws Refusal in words for the operator (exit code 1)
 */
export async function runImportCommand(deps: Deps, args: readonly string[]): Promise<{ text: string; exitCode: number }> {
  const { from, dry, allowFewer } = parsed(args);
  const begun = performance.now();
  await deps.sites.load();
  const report = await importRfcs({ ...deps, folder: path.join(deps.config.dataDir, 'imports'), userAgent: userAgent(deps) }, { from, dry, allowFewer });
  const seconds = (performance.now() - begun) / 1_000;
  return { text: sayRfcReport(report, { dry, seconds, megabytes: memoryOf('self').most }), exitCode: report.skipped.length > 0 ? PARTIAL : 0 };
}

function parsed(args: readonly string[]): { from: string; dry: boolean; allowFewer: boolean } {
  try {
    const { positionals, values } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
    if (positionals.length !== 1 || positionals[0] !== 'rfcs' || !values.from) throw new Refusal(`It is written: npm run cli ${IMPORT_USAGE}`);
    return { from: values.from, dry: values['dry-run'] ?? false, allowFewer: values['allow-fewer'] ?? false };
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal((error as Error).message);
  }
}

/** EXT-09: who asks, and whom to write to. */
function userAgent({ config, sites }: Deps): string {
  const contact = sites.default()?.settings.contactEmail;
  return `Plenary (+${config.publicUrl}${contact ? `; ${contact}` : ''})`;
}
