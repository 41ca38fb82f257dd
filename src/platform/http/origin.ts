import type { IncomingMessage } from 'node:http';

/** What `originOf` reads of a request: Express' own, or anything shaped like it. */
export interface OriginRequest {
  /** 'http' or 'https', as Express knows it behind a trusted proxy. */
  readonly protocol: string;
  readonly headers: IncomingMessage['headers'];
}

/**
 * `{O}` of the header rules: the origin of the configured base URL, such as `https://www.example.org`. On loopback it is
 * the request's own, so that a site on a developer's machine answers by every name and forwarded port of that machine.
 */
export function originOf(req: OriginRequest, baseUrl: string): string {
  const configured = new URL(baseUrl);
  if (!isLoopback(configured.hostname)) return configured.origin;
  return requestOrigin(req) ?? configured.origin;
}

/** Of a host name without port, IPv6 in brackets. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127\./.test(host) || host.endsWith('.localhost');
}

/** The origin is printed in policies, so a Host header with anything but host characters is not believed. */
function requestOrigin({ protocol, headers: { host } }: OriginRequest): string | null {
  if (!host || !/^[a-z0-9.:[\]-]+$/i.test(host)) return null;
  const url = `${protocol}://${host}`;
  return URL.canParse(url) ? new URL(url).origin : null;
}
