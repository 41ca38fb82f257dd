import type { Renderer } from '../../cms/references/renderer';
import type { TopicChip } from './topic';

/** Topics that still exist, in order. */
export function topicChips(render: Renderer, topics: readonly { readonly topic: string | null }[]): TopicChip[] {
  return topics.flatMap(({ topic }) => {
    const target = topic === null ? undefined : render.resolve(topic);
    return target ? [{ text: target.label, url: target.url }] : [];
  });
}

/** References of a list of groups, without the gaps that a draft may have. */
export function urisOf<Name extends string>(items: readonly Readonly<Record<Name, string | null>>[], name: Name): string[] {
  return items.map((item) => item[name]).filter((uri) => uri !== null);
}
