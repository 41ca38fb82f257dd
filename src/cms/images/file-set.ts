import { renditionsOf, type Cut } from '../media/renditions';

/** The narrow files of a cut as WebP, which every browser of staff reads; `most` of them. */
export function fileSet(image: { readonly id: number; readonly hash: string; readonly width: number; readonly height: number }, cut: Cut, most: number): { src: string; srcset: string } {
  const files = renditionsOf(image, cut).slice(0, most).map(({ spec, width }) => ({ url: `/media/${image.id}/${image.hash}/${spec}.webp`, width }));
  return { src: files[0]!.url, srcset: files.map(({ url, width }) => `${url} ${width}w`).join(', ') };
}
