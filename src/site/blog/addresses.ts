import { encodePath } from '../../cms/addresses/path';
import { urlOf } from '../../cms/pages/page';

/** Addresses below a blog, wherever the blog stands. `blog`: its own address, with the final slash. */

export function topicUrl(blog: string, key: string): string {
  return `${blog}${encodePath(key)}/`;
}

export function authorUrl(blog: string, slug: string): string {
  return `${blog}author/${encodePath(slug)}/`;
}

export function allUrl(list: string): string {
  return `${list}all/`;
}

export function feedUrl(list: string): string {
  return `${list}feed/`;
}

/** Of the blog that a post stands in. */
export function blogOfPost(post: { readonly path: string }): string {
  return urlOf(encodePath(post.path.slice(0, post.path.lastIndexOf('/')) || '/'));
}
