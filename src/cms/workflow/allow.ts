import type { Verb } from '../../accounts/permissions';
import { Forbidden } from '../../platform/http/errors';
import type { PageRow } from '../pages/queries';

/** Whether somebody may do this with a page as it stands now. Routes ask before; an action asks again under its locks. */
export type Allow = (page: PageRow, verb: Verb) => boolean;

/** @throws Forbidden */
export function allowIn(allow: Allow | undefined, asked: readonly (readonly [PageRow, Verb])[]): void {
  if (allow && !asked.every(([page, verb]) => allow(page, verb))) throw new Forbidden('This page came under other rights meanwhile.');
}
