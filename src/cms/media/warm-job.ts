/** The job that makes the files of pictures before somebody waits for them. Payload: `{ imageId }`, `{ imageIds }` or `{ pageId }`. */
export const WARM_IMAGES = 'warm-images';

/** Of several waiting jobs about one picture the last one is enough. */
export function warmImageKey(id: number | string): string {
  return `${WARM_IMAGES}:image:${id}`;
}

/** The same for the pictures of a page; a page and a picture of one number are two things. */
export function warmPageKey(id: number | string): string {
  return `${WARM_IMAGES}:page:${id}`;
}
