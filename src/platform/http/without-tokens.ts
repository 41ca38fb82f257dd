/** Mailed links and links to a preview have a secret in their path: whoever reads the log must not be able to use it. */
export function withoutTokens(address: string): string {
  return address.replace(/(\/(?:sign-in\/+(?:reset|invitation)|preview)\/+)[^/?#]+/gi, '$1…');
}
