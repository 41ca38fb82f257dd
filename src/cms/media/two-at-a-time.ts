import { atMost } from '../../platform/at-most';

/**
 * Pictures are decoded two at a time (security.md rule 21), whoever asks: the memory that 50 million pixels take
 * belongs to the process, so the count does too.
 */
export const twoAtATime = atMost(2);

const oneUpload = atMost(1);

/** For what comes in: one of the two places at most, so that a drawing that takes ten seconds never keeps readers from their pictures. */
export function oneUploadAtATime<Result>(work: () => Promise<Result>): Promise<Result> {
  return oneUpload(() => twoAtATime(work));
}
