import type { Db } from '../../platform/db/connect';
import type { GivenAnswer } from './read-submission';

/** To whom a submission is mailed, fixed when it was sent. */
export interface SubmissionMail {
  readonly to: string;
  /** Null: the address of the installation. */
  readonly from: string | null;
  /** The reader's own address, where the form asked for it. */
  readonly replyTo: string | null;
  readonly subject: string;
}

export interface NewSubmission {
  siteId: number;
  pageId: number;
  pageTitle: string;
  answers: readonly GivenAnswer[];
  /** The page of this site that it is about: a path. */
  url: string | null;
  fingerprint: string;
  mail: SubmissionMail | null;
  createdAt: Date;
  deleteAfter: Date;
}

/** Where the page stands, whether it is public or not: the register says what a reader gets there. */
export async function findPathOfPage(db: Db, siteId: number, id: number): Promise<string | undefined> {
  const row = await db('pages').where({ id, siteId }).first<{ path: string } | undefined>('path');
  return row?.path;
}

/** Gives its id; undefined when the very same was sent before. */
export async function insertSubmission(trx: Db, { answers, mail, ...row }: NewSubmission): Promise<number | undefined> {
  const values = { ...row, answers: JSON.stringify(answers), mail: mail && JSON.stringify(mail) };
  const rows = await trx('formSubmissions').insert(values).onConflict('fingerprint').ignore().returning<{ id: number }[]>('id');
  return rows[0]?.id;
}

export interface SubmissionToMail {
  id: number;
  siteId: number;
  pageId: number | null;
  pageTitle: string;
  answers: GivenAnswer[];
  mail: SubmissionMail;
  createdAt: Date;
}

/** Undefined when there is nothing to mail: it was mailed, or somebody deleted it meanwhile. */
export async function findSubmissionToMail(db: Db, id: number): Promise<SubmissionToMail | undefined> {
  return db('formSubmissions').where({ id }).whereNull('mailedAt').whereNotNull('mail')
    .first<SubmissionToMail | undefined>('id', 'siteId', 'pageId', 'pageTitle', 'answers', 'mail', 'createdAt');
}

export async function updateMailed(db: Db, id: number, now: Date): Promise<void> {
  await db('formSubmissions').where({ id }).update({ mailedAt: now });
}

/** Those whose time is over: how many, by site. */
export async function deleteOldSubmissions(trx: Db, now: Date): Promise<ReadonlyMap<number, number>> {
  const rows = await trx('formSubmissions').where('deleteAfter', '<=', now).del().returning<{ siteId: number }[]>('siteId');
  const counts = new Map<number, number>();
  for (const { siteId } of rows) counts.set(siteId, (counts.get(siteId) ?? 0) + 1);
  return counts;
}
