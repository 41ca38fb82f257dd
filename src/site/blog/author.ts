import type { Renderer } from '../../cms/references/renderer';
import { initialsOf, type Person } from '../people/person';
import type { Group } from '../standards/group';
import { authorUrl } from './addresses';
import type { AuthorView, PostGroup } from './views';

/** Those that exist, in the editor's order. The role given for this post wins over the person's own. `blog`: where their articles are listed; null: nowhere. */
export function authorsOf(render: Renderer, authors: readonly { readonly person: string | null; readonly role: string | null }[], blog: string | null): AuthorView[] {
  return authors.flatMap(({ person, role }) => {
    const target = person === null ? undefined : render.resolve(person);
    if (!target) return [];
    const { name, role: own } = target.data as Person;
    return [{ name, initials: initialsOf(name), url: blog && authorUrl(blog, target.key), role: role ?? own }];
  });
}

export function authorGroupOf(render: Renderer, uri: string | null): PostGroup | null {
  const target = uri === null ? undefined : render.resolve(uri);
  if (!target) return null;

  const { name, type, description, list } = target.data as Group;
  return { name, role: type, summary: description, email: list, url: target.url };
}
