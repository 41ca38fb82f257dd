import { z } from 'zod';
import { LARGEST_ID } from './media-key';

/** An id in an address: its one spelling, within what PostgreSQL takes. */
const id = z.string().regex(/^[1-9]\d{0,9}$/).transform(Number).pipe(z.number().max(LARGEST_ID));

/** /media/:id/:hash/:file */
export const renditionParams = z.strictObject({
  id,
  hash: z.string().regex(/^[0-9a-f]{16}$/),
  file: z.string().regex(/^[a-z]+(?:-\d{1,4})?\.(?:avif|webp|jpg|png)$/),
}).transform(({ file, ...params }) => {
  const [spec = '', format = ''] = file.split('.');
  return { ...params, spec, format };
});

export type RenditionParams = z.output<typeof renditionParams>;

/** /media/:id/original */
export const originalParams = z.strictObject({ id });

/** What the job `warm-images` is given: an image, several, or those of a page. */
export const warmPayload = z.union([
  z.strictObject({ imageId: z.int() }),
  z.strictObject({ imageIds: z.array(z.int()).max(10_000) }),
  z.strictObject({ pageId: z.int() }),
]);
export type WarmPayload = z.infer<typeof warmPayload>;
