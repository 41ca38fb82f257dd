/** What a place takes, as its `data-` attributes say; the server asks all of it again, and more. */
export interface Takes {
  /** MIME types and endings (`.docx`) with commas between; '' takes all. */
  readonly accept: string;
  readonly mostBytes: number;
  /** "JPEG, PNG or SVG": for the sentence that refuses. */
  readonly kinds: string;
}

/** Why a file need not even be sent; null: it may. */
export function reasonAgainst(file: File, { accept, mostBytes, kinds }: Takes): string | null {
  if (file.size === 0) return 'It is empty, or a folder.';
  if (!isTaken(file, accept)) return `It is not ${kinds}.`;
  if (file.size > mostBytes) return `It is ${megabytes(file.size)} MB; ${megabytes(mostBytes)} MB is the most.`;
  return null;
}

/** A type that the browser does not know is no reason: the server looks into the file. */
function isTaken({ name, type }: File, accept: string): boolean {
  const taken = accept.split(',').map((one) => one.trim().toLowerCase()).filter((one) => one !== '');
  const ending = name.slice(name.lastIndexOf('.')).toLowerCase();
  if (taken.length === 0 || taken.includes(ending) || taken.includes(type.toLowerCase())) return true;
  return type === '' && !taken.some((one) => one.startsWith('.'));
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(bytes < 10_000_000 ? 1 : 0).replace('.0', '');
}
