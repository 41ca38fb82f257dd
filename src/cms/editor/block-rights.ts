import { may, type Holder, type Target } from '../../accounts/permissions';

/**
 * Whether somebody may add and change blocks that ask for more than editing, such as HTML of one's own: who may publish the page
 * may, since such a block is a matter of trust and not of words. Others see that it is there, and it stays as it is.
 */
export function blockRights(user: Holder | undefined, target: Target): (permission: string) => boolean {
  const trusted = may(user, 'publish', target);
  return () => trusted;
}
