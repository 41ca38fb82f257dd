/** The editor of a page: every part refines what the server's form does without it. */
export function startEditor(): void {
  // each part is one line here
}
