import sharp from 'sharp';

const LAYERS = [{ across: 6, sigma: 60 }, { across: 24, sigma: 40 }, { across: 96, sigma: 24 }, { across: 384, sigma: 10 }];

/**
 * A picture as heavy as a photograph: large soft shapes, smaller ones over them, grain. Drawings compress ten times better, and budgets
 * that only they keep say nothing. Another number gives another picture.
 */
export async function photo(number: number, [width, height]: [number, number] = [1600, 1000]): Promise<Buffer> {
  const layers = await Promise.all(LAYERS.map(async ({ across, sigma }) => ({ input: await noise(across, sigma, [width, height]), blend: 'soft-light' as const })));
  return sharp({ create: { width, height, channels: 3, background: { r: 60 + 13 * number, g: 150 - 7 * number, b: 120 + 5 * number } } })
    .composite(layers).jpeg({ quality: 88 }).toBuffer();
}

async function noise(across: number, sigma: number, [width, height]: [number, number]): Promise<Buffer> {
  const size = { width: across, height: Math.ceil(across * height / width) };
  const small = await sharp({ create: { ...size, channels: 3, background: '#000000', noise: { type: 'gaussian', mean: 128, sigma } } }).png().toBuffer();
  return sharp(small).resize(width, height, { kernel: 'cubic' }).png({ compressionLevel: 1 }).toBuffer();
}
