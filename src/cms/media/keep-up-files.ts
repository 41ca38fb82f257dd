import type { Db } from '../../platform/db/connect';
import { sweepTemporaryFiles, type FileStore } from '../../platform/files';
import type { Log } from '../../platform/log';
import { settleFiles } from './keep-file';

/** The name of the job. */
export const SETTLE_FILES = 'settle-files';

interface Deps {
  readonly db: Db;
  readonly files: FileStore;
  readonly now: () => Date;
  readonly log: Log;
  /** Where files lie on this machine, those on their way in too. */
  readonly mediaFolder: string;
}

/** Put away what broken uploads, and files that could not go at once, left behind; at the start and every hour. A store that does not answer is asked again next time. */
export async function keepUpFiles({ db, files, now, log, mediaFolder }: Deps): Promise<void> {
  const swept = await sweepTemporaryFiles(mediaFolder, now);
  if (swept > 0) log.info({ files: swept }, 'Temporary files of interrupted uploads were removed');
  try {
    const settled = await settleFiles({ db, files });
    if (settled > 0) log.info({ files: settled }, 'Files that no row names were removed');
  } catch (error) {
    log.warn({ err: error }, 'Not every file that no row names could be removed; the next hour tries again');
  }
}
