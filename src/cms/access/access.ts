import { createHash } from 'node:crypto';
import { may, type Holder } from '../../accounts/permissions';
import { equalSecrets } from '../../platform/equal-secrets';

/** Who may read a page, from loose to strict: what lies below a page is at least as strict as the page. */
export const ACCESS = ['public', 'password', 'signed-in'] as const;

export type Access = (typeof ACCESS)[number];

/** The rule that keeps a page private, and the page that has it: itself or one above it. */
export interface Gate {
  readonly pageId: number;
  readonly access: Access;
  readonly passwordHash: string | null;
}

/** What a session remembers of passwords that were right: page → fingerprint, so that a new password closes the gate again. */
export type Unlocked = Readonly<Record<string, string>>;

export interface Reader {
  readonly user: Holder | undefined;
  readonly unlocked: Unlocked | undefined;
}

/** The first that keeps this reader out, from the top; undefined when the page is open. Staff who may see drafts may see what is private, too. */
export function closedGate(page: { id: number; ancestorIds: readonly number[]; gates: readonly Gate[] }, { user, unlocked }: Reader): Gate | undefined {
  if (may(user, 'view', { page: { ...page, ownerId: null } })) return undefined;
  return page.gates.find(({ pageId, access, passwordHash }) => (
    access === 'signed-in' ? !user?.active : passwordHash === null || !equalSecrets(unlocked?.[pageId], fingerprint(passwordHash))
  ));
}

/** Of a password's hash: tells whether it is still the same, and nothing else. */
export function fingerprint(passwordHash: string): string {
  return createHash('sha256').update(passwordHash).digest('base64url').slice(0, 22);
}
