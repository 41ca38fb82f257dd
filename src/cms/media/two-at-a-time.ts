import { atMost } from '../../platform/at-most';

/**
 * Pictures are decoded two at a time (security.md rule 21), whoever asks: the memory that 50 million pixels take
 * belongs to the process, so the count does too.
 */
export const twoAtATime = atMost(2);
