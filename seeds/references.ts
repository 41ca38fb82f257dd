import { parseReference } from '../src/cms/references/uri';

/** From the names that files use (`page:/about/`, `image:home-hero`) to the references that are stored (`page:2`, `image:7`). */
export type Known = Readonly<Record<string, string>>;

/**
 * `page:/about/#mission` → `page:2#mission`. Kinds with natural keys (`rfc:9110`) stay as they are.
 * @throws Error naming a page, image or document that the seeds do not have
 */
export function translator(known: Known): (uri: string) => string {
  return (uri) => {
    const reference = parseReference(uri);
    if (!reference || !['page', 'image', 'document'].includes(reference.kind)) return uri;
    const stored = known[`${reference.kind}:${reference.key}`];
    if (!stored) throw new Error(`The seeds refer to ${uri}, which they do not contain`);
    return reference.fragment === null ? stored : `${stored}#${reference.fragment}`;
  };
}
