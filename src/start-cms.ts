import path from 'node:path';
import type { Deps } from './build-deps';
import { listenForChanges } from './cms/sites/listen';
import { sweepTemporaryFiles } from './platform/files';

/** What the engine keeps in memory, filled; and told of every change from now on, also of other processes'. */
export async function startCms(deps: Deps): Promise<{ stop(): Promise<void> }> {
  const listener = listenForChanges(deps.databaseUrl, deps.versions);
  await listener.ready;
  await deps.sites.load();
  await sweepTemporaryFiles(path.join(deps.config.dataDir, 'media'), deps.now);
  return {
    async stop() {
      await listener.stop();
      await deps.searchLog.flush();
    },
  };
}
