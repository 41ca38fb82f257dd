import type { Db } from '../../platform/db/connect';
import type { ContentVersions } from '../sites/content-versions';
import { findServedImage, type ServedImage } from './serving-queries';

const MOST = 5_000;

/**
 * What serving needs to know of images, kept until anything public changes (rule 7), so that a public picture costs no query. The least
 * recently used goes first; what is not there is not kept, or guessing addresses would push out the rest.
 */
export class ImageMemory {
  private readonly images = new Map<number, ServedImage>();
  private changes = -1;

  constructor(private readonly deps: { readonly db: Db; readonly versions: Pick<ContentVersions, 'changes'> }) {}

  async find(id: number): Promise<ServedImage | undefined> {
    const { changes } = this.deps.versions;
    if (changes !== this.changes) this.images.clear();
    this.changes = changes;
    const known = this.images.get(id);
    if (known) this.keep(known);
    return known ?? this.read(id, changes);
  }

  /** As it is in the database at this moment, whatever is remembered. */
  findAnew(id: number): Promise<ServedImage | undefined> {
    return this.read(id, this.changes);
  }

  /** Something may have changed while the database answered: then the answer is good for this request only. */
  private async read(id: number, changes: number): Promise<ServedImage | undefined> {
    const image = await findServedImage(this.deps.db, id);
    if (image && changes === this.deps.versions.changes) this.keep(image);
    return image;
  }

  private keep(image: ServedImage): void {
    this.images.delete(image.id); // to the young end
    this.images.set(image.id, image);
    for (const oldest of this.images.keys()) {
      if (this.images.size <= MOST) return;
      this.images.delete(oldest);
    }
  }
}
