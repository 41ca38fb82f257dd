import sharp from 'sharp';

const MOST_PIXELS = 50e6;
const WIDEST = 2_400;
/** Of the longer side of a small drawing: what readers' screens show of a picture at most, by and large. */
const AT_LEAST = 1_600;
/** What librsvg calls one pixel a pixel at. */
const USUAL = 72;
/** More sharp does not take. */
const DENSEST = 100_000;

/**
 * An SVG drawing as pixels. A small one is drawn with 1600 pixels on its longer side, since it has no size of its own but the one somebody
 * drew it at; with a photograph inside it keeps that one. It is at most 2400 wide, drawn smaller in the first place, which is sharper
 * than reducing its pixels. Null: it says that it has more than 50 million pixels. Throws for what is no drawing.
 */
export async function draw(svg: Buffer): Promise<Buffer | null> {
  const size = await measure(svg, USUAL);
  if (size.format !== 'svg') throw new Error('This is no drawing');
  if (size.width * size.height > MOST_PIXELS) return null;

  const times = Math.min(growth(svg, size), WIDEST / size.width);
  const density = await densityFor(svg, { width: size.width * times, times });
  const drawn = sharp(svg, { limitInputPixels: MOST_PIXELS, failOn: 'error', density });
  const box = times > 1 ? { width: AT_LEAST, height: AT_LEAST } : { width: Math.round(size.width * times) };
  return drawn.resize({ ...box, fit: 'inside' }).png({ compressionLevel: 1 }).toBuffer();
}

/** More of a photograph's pixels would only be blurred ones. */
function growth(svg: Buffer, { width, height }: { width: number; height: number }): number {
  const hasPhotograph = /<[\w:.-]*image\b/i.test(svg.toString('latin1'));
  return hasPhotograph ? 1 : Math.max(1, AT_LEAST / Math.max(width, height));
}

/** A size in millimetres grows with the square of the density, since the density is what makes pixels of them, too. */
async function densityFor(svg: Buffer, { width, times }: { width: number; times: number }): Promise<number> {
  if (times === 1) return USUAL;
  const [inPixels, inMillimetres] = [times, Math.sqrt(times)].map((factor) => Math.min(Math.max(1, USUAL * factor), DENSEST)) as [number, number];
  const drawn = await measure(svg, inPixels);
  return Math.abs(Math.log(drawn.width / width)) < Math.abs(Math.log(times)) / 2 ? inPixels : inMillimetres;
}

function measure(svg: Buffer, density: number): Promise<sharp.Metadata> {
  return sharp(svg, { limitInputPixels: false, failOn: 'error', density }).metadata();
}
