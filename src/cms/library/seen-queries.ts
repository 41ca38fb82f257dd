/** Which collections `c`, with the page `p` whose readers may have their files, somebody sees: `:seen` are the roots of `Seen`. */
export const SEEN_COLLECTION = '(c.page_id is null or p.id = any(:seen::int[]) or p.ancestor_ids && :seen::int[])';
