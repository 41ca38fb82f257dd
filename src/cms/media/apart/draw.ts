import sharp from 'sharp';

const MOST_PIXELS = 50e6;
const WIDEST = 2_400;

/**
 * An SVG drawing as pixels, of its own width, at most 2400. A wider one is drawn smaller in the first place, which is sharper than reducing its
 * pixels. Null: it says that it has more than 50 million pixels. Throws for what is no drawing.
 */
export async function draw(svg: Buffer): Promise<Buffer | null> {
  const options = { limitInputPixels: MOST_PIXELS, failOn: 'error' } as const;
  const size = await sharp(svg, { ...options, limitInputPixels: false }).metadata();
  if (size.format !== 'svg') throw new Error('This is no drawing');
  if (size.width * size.height > MOST_PIXELS) return null;

  const width = Math.min(size.width, WIDEST);
  return sharp(svg, { ...options, density: Math.max(1, (72 * width) / size.width) }).resize({ width }).png({ compressionLevel: 1 }).toBuffer();
}
