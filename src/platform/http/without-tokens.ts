/** Mailed links have a secret in their path: whoever reads the log must not be able to use one that nobody has used yet. */
export function withoutTokens(address: string): string {
  return address.replace(/(\/sign-in\/+(?:reset|invitation)\/+)[^/?#]+/gi, '$1…');
}
