import { z } from 'zod';
import type { Deps } from './build-deps';
import { WARM_IMAGES, warmImagesTask } from './cms/media/warm';
import { bumpAllSites } from './cms/sites/bump-all';
import type { Tasks } from './platform/jobs/runner';

const mail = z.object({ to: z.string(), subject: z.string(), text: z.string() });

/** What the worker can do, by the name that addJob is given. Each is one call into the section that knows how. */
export function createTasks(deps: Deps): Tasks {
  return {
    'send-mail': (payload) => deps.mail.send(mail.parse(payload)),
    'new-quarter': () => bumpAllSites(deps),
    [WARM_IMAGES]: warmImagesTask({ ...deps, onMade: () => bumpAllSites(deps) }),
  };
}
