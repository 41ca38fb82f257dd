/** A reference URI in its parts: `page:42#mission` → page, 42, mission. */
export interface Reference {
  readonly kind: string;
  readonly key: string;
  readonly fragment: string | null;
}

/** Undefined when the text is no URI at all. Outside addresses keep everything after the scheme in `key`. */
export function parseReference(uri: string): Reference | undefined {
  const match = /^([a-z][a-z0-9-]*):([^#]+)(?:#(.*))?$/is.exec(uri);
  if (!match?.[1] || !match[2]) return undefined;
  return { kind: match[1].toLowerCase(), key: match[2], fragment: match[3] || null };
}

/** Without the fragment: what targets are kept by. */
export function referenceId({ kind, key }: Reference): string {
  return `${kind}:${key}`;
}
