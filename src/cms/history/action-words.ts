/** What history's actions are called in a sentence that begins with a name: "Maren Oduya published". Every action of the program stands here. */
export const ACTION_WORDS = {
  'page.created': 'added',
  'page.saved': 'saved a revision of',
  'page.published': 'published',
  'page.publication-undone': 'undid a publication of',
  'page.scheduled': 'scheduled',
  'page.schedule-cancelled': 'took off the schedule',
  'page.schedule-failed': 'could not publish as scheduled',
  'page.unpublished': 'took offline',
  'page.expired': 'took offline, since its time was over,',
  'page.moved': 'moved',
  'page.renamed': 'changed the address of',
  'page.reordered': 'changed the order below',
  'page.copied': 'copied',
  'page.trashed': 'moved to the trash',
  'page.restored': 'restored from the trash',
  'page.restricted': 'changed who may read',
  'page.locked': 'locked',
  'page.unlocked': 'unlocked',
  'page.settings-changed': 'changed the settings of',
  'page.preview-link-made': 'made a preview link to',
  'page.preview-link-revoked': 'revoked a preview link to',
  'page.preview-link-followed': 'followed a preview link to',
  'image.uploaded': 'uploaded',
  'image.changed': 'changed',
  'image.replaced': 'replaced the file of',
  'image.recovered': 'brought back the lost file of',
  'image.trashed': 'moved to the trash',
  'image.restored': 'restored from the trash',
  'image.deleted': 'deleted for good',
  'document.uploaded': 'uploaded',
  'document.changed': 'changed',
  'document.replaced': 'replaced the file of',
  'document.recovered': 'brought back the lost file of',
  'document.trashed': 'moved to the trash',
  'document.restored': 'restored from the trash',
  'document.deleted': 'deleted for good',
  'collection.created': 'made the collection',
  'collection.changed': 'changed the collection',
  'collection.deleted': 'deleted the collection',
  'user.invited': 'invited',
  'user.invitation-resent': 'sent the invitation again to',
  'user.invitation-withdrawn': 'withdrew the invitation of',
  'user.joined': 'took up the invitation',
  'user.made-administrator': 'made an administrator of',
  'user.made-for-demonstration': 'made for the demonstration',
  'user.groups-changed': 'changed the groups of',
  'user.deactivated': 'deactivated',
  'user.reactivated': 'activated again',
  'user.profile-changed': 'changed the profile of',
  'user.password-changed': 'changed the password of',
  'user.password-reset': 'set a new password for',
  'user.password-reset-requested': 'asked for a new password for',
  'user.signed-in': 'signed in',
  'user.signed-out': 'signed out',
  'user.sign-in-failed': 'failed to sign in',
  'user.session-ended': 'ended a session of',
  'user.sessions-ended': 'ended the sessions of',
  'group.created': 'added',
  'group.changed': 'changed',
  'group.deleted': 'deleted',
  'form.submitted': 'got an answer to',
  'form.submissions-expired': 'deleted old answers to forms',
  'import.done': 'imported',
  'import.failed': 'could not import',
  'settings.changed': 'changed the settings',
  'navigation.changed': 'changed the menus',
  'addresses.loaded': 'loaded addresses',
  'history.exported': 'exported the audit trail',
  'request.refused': 'was refused',
} as const satisfies Record<string, string>;

const KINDS: Readonly<Record<string, string>> = { page: 'Pages', image: 'Images', document: 'Documents', collection: 'Collections', user: 'People', group: 'Groups', form: 'Forms', import: 'Imports', settings: 'Settings', navigation: 'Menus', addresses: 'Addresses', history: 'Audit trail', request: 'Refused requests' };

/** An action without words of its own says its name: `page.put-back` is "put back". */
export function actionWords(action: string): string {
  return Object.hasOwn(ACTION_WORDS, action) ? ACTION_WORDS[action as keyof typeof ACTION_WORDS] : action.slice(action.indexOf('.') + 1).replaceAll('-', ' ');
}

/** For a choice: all actions, by what they are about. */
export function actionChoices(): { heading: string; actions: { key: string; label: string }[] }[] {
  return Object.entries(KINDS).map(([kind, heading]) => ({
    heading,
    actions: Object.keys(ACTION_WORDS).filter((action) => action.startsWith(`${kind}.`)).map((key) => ({ key, label: nameOf(key) })),
  }));
}

/** `page.schedule-cancelled` → "Schedule cancelled" */
export function nameOf(action: string): string {
  const words = action.slice(action.indexOf('.') + 1).replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
