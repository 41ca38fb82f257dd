/**
 * Values that belong to a site and one content version, such as its navigation: made once, by one request, kept until
 * the version moves. A failure is not kept.
 */
export class PerVersion<Value> {
  private readonly kept = new Map<number, { version: string; value: Promise<Value> }>();

  constructor(private readonly versionOf: (siteId: number) => string, private readonly make: (siteId: number) => Promise<Value>) {}

  get(siteId: number): Promise<Value> {
    const version = this.versionOf(siteId);
    const known = this.kept.get(siteId);
    if (known?.version === version) return known.value;

    const value = this.make(siteId);
    this.kept.set(siteId, { version, value });
    value.catch(() => {
      if (this.kept.get(siteId)?.value === value) this.kept.delete(siteId);
    });
    return value;
  }
}
