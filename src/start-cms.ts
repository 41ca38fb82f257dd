import type { Deps } from './build-deps';
import { keepUpFiles } from './cms/media/keep-up-files';
import { listenForChanges } from './cms/sites/listen';

/** What the engine keeps in memory, filled; and told of every change from now on, also of other processes'. */
export async function startCms(deps: Deps): Promise<{ stop(): Promise<void> }> {
  const listener = listenForChanges(deps.databaseUrl, deps.versions);
  await listener.ready;
  await deps.sites.load();
  await keepUpFiles(deps);
  return {
    async stop() {
      await listener.stop();
      await deps.searchLog.flush();
    },
  };
}
