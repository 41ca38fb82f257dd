export interface HeadingPart {
  readonly text: string;
  readonly emphasis: boolean;
}

/** `written by *the people who build it.*`: words between asterisks are set in the brand colour. */
export function headingParts(heading: string): readonly HeadingPart[] {
  return heading.split('*')
    .map((text, index) => ({ text, emphasis: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}

/** The same words without the asterisks: for `<title>`, search, feeds. */
export function plainHeading(heading: string): string {
  return heading.replaceAll('*', '');
}
