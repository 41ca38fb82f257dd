import { z } from 'zod';
import type { Deps } from './build-deps';
import { MAIL_INVITATION } from './accounts/invitations/invite';
import { mailInvitationTask } from './accounts/invitations/mail-invitation';
import { mailResetTask } from './accounts/password-reset/mail-reset';
import { MAIL_PASSWORD_RESET } from './accounts/password-reset/request-reset';
import { DELETE_OLD_SUBMISSIONS, deleteOld } from './cms/forms/delete-old';
import { mailSubmissionTask } from './cms/forms/mail-submission';
import { MAIL_SUBMISSION } from './cms/forms/submit';
import { readDocumentTask } from './cms/documents/read-document';
import { READ_DOCUMENT } from './cms/documents/read-document-job';
import { keepUpFiles, SETTLE_FILES } from './cms/media/keep-up-files';
import { warmImagesTask } from './cms/media/warm';
import { WARM_IMAGES } from './cms/media/warm-job';
import { keepUpSearch, SEARCH_UPKEEP } from './cms/search/upkeep';
import { bumpAllSites } from './cms/sites/bump-all';
import { MAIL_SCHEDULE_FAILED, mailFailureTask } from './cms/workflow/mail-failure';
import type { Tasks } from './platform/jobs/runner';

const mail = z.object({ to: z.string(), subject: z.string(), text: z.string() });

/** What the worker can do, by the name that addJob is given. Each is one call into the section that knows how. */
export function createTasks(deps: Deps): Tasks {
  return {
    'send-mail': (payload) => deps.mail.send(mail.parse(payload)),
    [MAIL_SCHEDULE_FAILED]: mailFailureTask(deps),
    'new-quarter': () => bumpAllSites(deps),
    [MAIL_INVITATION]: mailInvitationTask(deps),
    [MAIL_PASSWORD_RESET]: mailResetTask(deps),
    [MAIL_SUBMISSION]: mailSubmissionTask(deps),
    [DELETE_OLD_SUBMISSIONS]: () => deleteOld(deps),
    [SEARCH_UPKEEP]: () => keepUpSearch(deps),
    [READ_DOCUMENT]: readDocumentTask(deps),
    [SETTLE_FILES]: () => keepUpFiles(deps),
    [WARM_IMAGES]: warmImagesTask({ ...deps, onMade: () => bumpAllSites(deps) }),
  };
}
