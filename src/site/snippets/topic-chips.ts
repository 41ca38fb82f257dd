import type { Renderer } from '../../cms/references/renderer';
import { parseReference } from '../../cms/references/uri';
import type { TopicChip } from './topic';

/** Topics that still exist, in order. `urlOf`: where the list that they are chosen from has its pages with a topic. */
export function topicChips(render: Renderer, topics: readonly { readonly topic: string | null }[], urlOf: (key: string) => string | null): TopicChip[] {
  return topics.flatMap(({ topic }) => {
    const target = topic === null ? undefined : render.resolve(topic);
    return target ? [{ text: target.label, url: urlOf(target.key) }] : [];
  });
}

/** `topic:security` → `security` */
export function keysOf(uris: readonly string[]): string[] {
  return uris.flatMap((uri) => parseReference(uri)?.key ?? []);
}

/** References of a list of groups, without the gaps that a draft may have. */
export function urisOf<Name extends string>(items: readonly Readonly<Record<Name, string | null>>[], name: Name): string[] {
  return items.map((item) => item[name]).filter((uri) => uri !== null);
}
