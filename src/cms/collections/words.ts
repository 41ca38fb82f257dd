import type { PageOfFiles } from './queries';

interface Files {
  readonly images: number;
  readonly documents: number;
  readonly trashed: number;
}

/** "12 images, 1 document and 2 files in the trash" */
export function filesInWords({ images, documents, trashed }: Files): string {
  const parts = [...count(images, 'image'), ...count(documents, 'document'), ...count(trashed, 'file').map((words) => `${words} in the trash`)];
  return parts.length === 0 ? 'Empty' : parts.join(', ').replace(/, ([^,]*)$/, ' and $1');
}

function count(number: number, one: string): string[] {
  return number === 0 ? [] : [`${number.toLocaleString('en')} ${one}${number === 1 ? '' : 's'}`];
}

const READERS = { public: 'Everybody who can read the site, as long as the page is there', password: 'Those who know its password', 'signed-in': 'People with an account here' } as const;

/** Who that is at present. */
export function readersInWords({ live, trashed, access }: Pick<PageOfFiles, 'live' | 'trashed' | 'access'>): string {
  if (trashed) return 'The page is in the trash: only staff may have the files';
  return live ? READERS[access] : 'The page is not public: only staff may have the files';
}
