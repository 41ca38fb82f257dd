import { z } from 'zod';
import { encodePath } from '../../cms/addresses/path';
import { urlOf } from '../../cms/pages/page';
import type { ReferenceKind } from '../../cms/reference-kind';
import { snippetCompletion } from '../../cms/snippets/snippet-completion';
import { snippetKind } from '../../cms/snippets/snippet-kind';
import { topicSnippet } from './topic';

const data = z.object({ content: z.unknown(), blog: z.string().nullable() });

/** `topic:security` leads to the list of posts about it; without a blog it prints as words. */
export const topicKind: ReferenceKind = {
  ...snippetKind(topicSnippet),
  select: {
    sql: `select s.type as kind, s.key, jsonb_build_object('content', s.content, 'blog', (select path_of_type('blog', ?))) as data
      from snippets s where s.type = 'topic' and s.key = any(?::text[])`,
    bindings: (keys, now) => [now, keys],
  },
  complete: snippetCompletion('topic', `jsonb_build_object('content', s.content, 'blog', null)`),
  target(key, row) {
    const { content, blog } = data.parse(row);
    const plain = snippetKind(topicSnippet).target(key, content);
    return { ...plain, url: blog === null ? null : `${urlOf(encodePath(blog))}${key}/` };
  },
};
