import { listContentReferences } from '../content';
import type { ContentOf, Fields } from '../field';
import type { ReferenceKind } from '../reference-kind';
import type { AnySnippetType } from '../snippet-type';
import { snippetCompletion } from './snippet-completion';

/** Every snippet type is a kind of reference: `topic:security`, `call-to-action:register`. `data` is the snippet's content. */
export function snippetKind(type: AnySnippetType): ReferenceKind {
  return {
    kind: type.type,
    label: type.label,
    inline: type.inline,
    bibliographic: false,
    parseKey: (key) => (/^[a-z0-9][a-z0-9-]*$/.test(key) ? key : undefined),
    select: {
      sql: 'select type as kind, key, content as data from snippets where type = ? and key = any(?::text[])',
      bindings: (keys) => [type.type, keys],
    },
    complete: snippetCompletion(type.type),
    target(key, row) {
      const content = row as ContentOf<Fields>;
      const inner = listContentReferences(type.fields, content);
      return { kind: type.type, key, label: type.title(content), title: type.describe(content), url: type.url(content, key), detail: null, data: content, inner };
    },
  };
}
