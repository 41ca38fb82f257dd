/** A part of a picture, in whole pixels, as sharp's extract() takes it. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The largest part of the original in the target's proportions, with the focal point (0…1) as near its middle as the edges allow. */
export function cropAround(original: Size, focal: { x: number; y: number }, target: Size): Box {
  const scale = Math.min(original.width / target.width, original.height / target.height);
  const width = clamp(Math.round(target.width * scale), 1, original.width);
  const height = clamp(Math.round(target.height * scale), 1, original.height);
  return {
    left: clamp(Math.round(focal.x * original.width - width / 2), 0, original.width - width),
    top: clamp(Math.round(focal.y * original.height - height / 2), 0, original.height - height),
    width,
    height,
  };
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
