/** A page as the model sees it: nothing but what decides where it is public. */
export interface ModelPage {
  readonly id: number;
  parentId: number | null;
  slug: string;
  /** Of the draft revision, null before the first save. */
  draftSlug: string | null;
  live: boolean;
  trashed: boolean;
}

/**
 * What the tree and its address register should be, written as simply as possible: who was public last at each path, ever.
 * All else (page, old, gone) follows from where that page is now.
 */
export class TreeModel {
  readonly pages = new Map<number, ModelPage>();
  readonly lastPublicAt = new Map<string, number>();
  /** Paths at which some page stood, whether anybody could see it or not. */
  readonly everUsed = new Set<string>();

  get(id: number): ModelPage {
    return this.pages.get(id)!;
  }

  add(page: ModelPage): void {
    this.pages.set(page.id, page);
  }

  lineage(page: ModelPage): ModelPage[] {
    return page.parentId === null ? [page] : [...this.lineage(this.get(page.parentId)), page];
  }

  path(page: ModelPage): string {
    return `/${this.lineage(page).slice(1).map(({ slug }) => slug).join('/')}`;
  }

  inTrash(page: ModelPage): boolean {
    return this.lineage(page).some(({ trashed }) => trashed);
  }

  isPublic(page: ModelPage): boolean {
    return page.live && !this.inTrash(page);
  }

  subtree(page: ModelPage): ModelPage[] {
    return [...this.pages.values()].filter((other) => this.lineage(other).includes(page));
  }

  isFree(parent: ModelPage, slug: string, asking?: ModelPage): boolean {
    if (parent.parentId === null && slug === 'search') return false; // the program's own
    return ![...this.pages.values()].some((other) => other !== asking && other.parentId === parent.id && other.slug === slug && !this.inTrash(other));
  }

  /** After every change. */
  settle(): void {
    for (const page of this.pages.values()) {
      this.everUsed.add(this.path(page));
      if (this.isPublic(page)) this.lastPublicAt.set(this.path(page), page.id);
    }
  }

  /** `/a page 7`, one line for each row that the register should have. */
  register(): string[] {
    return [...this.lastPublicAt].map(([path, id]) => `${path} ${this.kind(path, this.get(id))} ${id}`).sort();
  }

  /** What a visitor should get: `200 7`, `301 /b/ 7`, `410`, or `404` where nothing was ever public. */
  answer(path: string): string {
    const id = this.lastPublicAt.get(path);
    if (id === undefined) return '404';
    const page = this.get(id);
    const kind = this.kind(path, page);
    if (kind === 'gone') return '410';
    return kind === 'page' ? `200 ${id}` : `301 ${this.path(page) === '/' ? '/' : `${this.path(page)}/`} ${id}`;
  }

  private kind(path: string, page: ModelPage): 'page' | 'old' | 'gone' {
    if (!this.isPublic(page)) return 'gone';
    return this.path(page) === path ? 'page' : 'old';
  }
}
