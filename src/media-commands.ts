import { parseArgs, type ParseArgsConfig } from 'node:util';
import type { Deps } from './build-deps';
import { checkMedia, type MediaReport } from './cms/media/check-media';
import { Refusal } from './platform/refusal';

export const MEDIA_USAGE = 'media check [--repair] [--hash]';

const OPTIONS = { repair: { type: 'boolean', default: false }, hash: { type: 'boolean', default: false } } as const satisfies ParseArgsConfig['options'];

/**
 * `npm run cli media check`: says each finding as it comes, a line each. Gives the summary and the exit code: 1 when something is wrong
 * that was not mended. @throws Refusal in words for the operator
 */
export async function runMediaCommand(deps: Deps, args: readonly string[], say: (line: string) => void): Promise<{ text: string; exitCode: number }> {
  const report = await checkMedia(deps, parsed(args), ({ key, problem }) => say(`${key} ${problem}`));
  return { text: sayReport(report), exitCode: report.found > report.mended ? 1 : 0 };
}

function parsed(args: readonly string[]): { repair: boolean; hash: boolean } {
  try {
    const { positionals, values } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
    if (positionals.length !== 1 || positionals[0] !== 'check') throw new Refusal(`It is written: npm run cli ${MEDIA_USAGE}`);
    return { repair: values.repair, hash: values.hash };
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal((error as Error).message);
  }
}

function sayReport({ files, bytes, named, found, mended }: MediaReport): string {
  const what = `${files === 1 ? '1 file' : `${files} files`} in the store, ${(bytes / 1e6).toFixed(1)} MB; rows name ${named}.`;
  if (found === 0) return `${what} All well.`;
  const left = found - mended;
  return `${what} ${found} found${mended > 0 ? `, ${mended} mended` : ''}${left > 0 ? `, ${left} to look after` : ''}.`;
}
