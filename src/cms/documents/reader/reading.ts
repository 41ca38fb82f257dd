/** What reading a document came to. `none`: it has no text, or wants a password. `failed`: it is damaged, too large to read, or hostile. */
export type Reading =
  | { readonly state: 'read'; readonly text: string }
  | { readonly state: 'none' | 'failed'; readonly text: null };

export const NO_TEXT: Reading = { state: 'none', text: null };
export const FAILED: Reading = { state: 'failed', text: null };
