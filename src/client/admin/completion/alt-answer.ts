/** What a place says of its image to those who cannot see it. Neither: nobody has said it yet. */
export interface AltAnswer {
  readonly alt: string | null;
  readonly decorative: boolean;
}

export function isAnswered({ alt, decorative }: AltAnswer): boolean {
  return decorative || (alt ?? '') !== '';
}
