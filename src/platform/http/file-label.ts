const MOST_CHARACTERS = 120;

/**
 * A name from a stranger's machine as a label (security rule 22): its last part, in NFC, without control, direction and reserved characters,
 * at most 120 long with its extension kept. multer has decoded `%0d%0a` in it.
 */
export function fileLabel(name: string): string {
  const base = name.normalize('NFC').split(/[\\/]/).at(-1) ?? '';
  const cleaned = base.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}"\\/:*?<>|%;]/gu, ' ').replace(/\s+/g, ' ').replace(/^[. ]+/, '').trim();
  const [, stem = '', extension = ''] = /^(.*?)(\.[^. ]{1,10})?$/u.exec(cleaned) ?? [];
  return ([...stem].slice(0, MOST_CHARACTERS - extension.length).join('').trim() || 'file') + extension;
}
