/** What a picture is: its words for pictures.json, its size, and how to draw what is inside the <svg>. */
export interface Picture {
  readonly name: string;
  readonly title: string;
  readonly alt: string;
  readonly width: number;
  readonly height: number;
  /** The part to keep when the picture is cropped, from the top left, 0 to 1. */
  readonly focal: readonly [x: number, y: number];
  readonly draw: () => string;
}
