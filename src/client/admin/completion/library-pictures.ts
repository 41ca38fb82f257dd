import type { AltAnswer } from './alt-answer';

/** What the library says of an image, whatever a place makes of it. */
export interface LibraryPicture {
  /** Address of a small picture of it. */
  readonly thumb: string | null;
  readonly alt: string | null;
  /** Null: nobody has decided; `each-time`: every place decides for itself. */
  readonly altDecision: string | null;
}

/** From the form (`data-pictures`), and from what was searched and uploaded. */
const pictures = new Map<string, LibraryPicture>();

export function learnPicture(uri: string, { thumb, alt, altDecision }: Partial<LibraryPicture>): void {
  const before = pictures.get(uri);
  pictures.set(uri, { thumb: thumb ?? before?.thumb ?? null, alt: alt ?? before?.alt ?? null, altDecision: altDecision ?? before?.altDecision ?? null });
}

/** Takes in what the server printed of the images in the text. */
export function learnPrintedPictures(holder: HTMLElement): void {
  try {
    const printed = JSON.parse(holder.dataset.pictures ?? '{}') as Record<string, Partial<LibraryPicture>>;
    for (const [uri, picture] of Object.entries(printed)) learnPicture(uri, picture);
  } catch {
    // then icons stand for them
  }
}

/** Address of a small picture of it, if one came by. */
export function pictureOfReference(uri: string): string | undefined {
  return pictures.get(uri)?.thumb ?? undefined;
}

/** What a place that begins to show it may say: the library's own decision, or nothing yet. */
export function answerOfLibrary(uri: string): AltAnswer {
  const { alt = null, altDecision = null } = pictures.get(uri) ?? {};
  if (altDecision === 'decorative') return { alt: null, decorative: true };
  return { alt: altDecision === 'described' ? alt : null, decorative: false };
}
