/** The token of this session, renewed after signing in again. */
export function csrfToken(): string {
  return document.body.dataset.csrf ?? '';
}

export function renewToken(token: string): void {
  document.body.dataset.csrf = token;
  for (const input of document.querySelectorAll<HTMLInputElement>('input[name="_csrf"]')) input.value = token;
}

/**
 * A request of this page's own to its server, with the token. Gives the answer whatever its status; 401 means signed out.
 * @throws TypeError when the network does not answer
 */
export function ask(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, fields?: URLSearchParams): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json', 'X-CSRF-Token': csrfToken() };
  return fetch(url, { method, headers, credentials: 'same-origin', ...(fields ? { body: fields } : {}) });
}
