import { seeded } from '../cms/rich-text/random-document';

/** Choices that look random and come again with the same seed. */
export class Random {
  private readonly next: () => number;

  constructor(seed: number) { this.next = seeded(seed); }

  /** A whole number from 0 to below `limit`. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  pick<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)]!;
  }

  chance(share: number): boolean {
    return this.next() < share;
  }
}
