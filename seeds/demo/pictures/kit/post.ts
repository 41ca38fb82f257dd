import type { Picture } from './picture';

/** A picture of a post: 1600 × 1000; its subject lies between y = 170 and y = 830, which is what a 12 : 5 crop keeps. */
export function post(name: string, words: Pick<Picture, 'title' | 'alt'>, draw: () => string, focal: Picture['focal'] = [0.5, 0.5]): Picture {
  return { name: `post-${name}`, ...words, width: 1600, height: 1000, focal, draw };
}
