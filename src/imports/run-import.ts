import type { AllSitesDeps } from './change-all-sites';
import { changeAllSites } from './change-all-sites';
import { keepDownload, type KeptFile } from './kept-file';
import { whileImporting } from './import-lock';
import { importIndex } from './rfc-editor/import-index';
import { changesAnything, type RfcReport } from './rfc-editor/report';
import { readSourceFile } from './source-file';
import { record, SYSTEM } from '../platform/history/record';
import { Refusal } from '../platform/refusal';

export interface ImportDeps extends AllSitesDeps {
  readonly databaseUrl: string;
  /** Where downloads are kept. */
  readonly folder: string;
  readonly userAgent: string;
}

export interface ImportOptions {
  /** An address, or a file of this machine; either may be packed with gzip. */
  readonly from: string;
  /** Find out what would change, and change nothing. */
  readonly dry: boolean;
  readonly allowFewer: boolean;
}

const RFCS = 1;
const TYPES = ['application/xml', 'text/xml', 'application/gzip', 'application/x-gzip', 'application/octet-stream'];

/**
 * The RFC Editor's index, from its address or from a file. One run at a time over all processes; one transaction, so that a run
 * that fails or is killed leaves what was there. A failure is a line of history too.
 * @throws Refusal in words for the operator
 */
export async function importRfcs(deps: ImportDeps, options: ImportOptions): Promise<RfcReport> {
  return whileImporting(deps.databaseUrl, RFCS, async () => {
    const { file, forget } = await sourceOf(deps, options.from);
    try {
      return await changeAllSites(deps, {
        dry: options.dry,
        run: (trx, at) => importIndex(trx, readSourceFile(file), { at, allowFewer: options.allowFewer }),
        changed: changesAnything,
      });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await forget();
      if (!options.dry) await recordFailure(deps, error);
      throw new Refusal(`${options.from} was not imported, and nothing was changed. ${error.message}`);
    }
  });
}

async function sourceOf({ folder, userAgent }: ImportDeps, from: string): Promise<Pick<KeptFile, 'file' | 'forget'>> {
  if (!/^[a-z][a-z0-9+.-]+:\/\//i.test(from)) return { file: from, forget: () => Promise.resolve() };
  return keepDownload(folder, 'rfc-index', { url: from, userAgent, types: TYPES });
}

async function recordFailure({ db, now }: ImportDeps, { message }: Refusal): Promise<void> {
  await record(db, now(), SYSTEM, { action: 'import.failed', objectType: 'import', objectId: 'rfcs', siteId: null, result: 'failed', detail: { message } });
}
