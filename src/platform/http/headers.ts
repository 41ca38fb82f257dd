import type { RequestHandler } from 'express';

/** Header names and values, ready for `res.set()`. */
export type Headers = Readonly<Record<string, string>>;

const NO_FEATURES = [
  'accelerometer', 'autoplay', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'magnetometer', 'microphone', 'midi', 'payment',
  'usb', 'xr-spatial-tracking',
];
const VIDEO = ['https://www.youtube-nocookie.com', 'https://player.vimeo.com'];
const PERMISSIONS = [
  ...NO_FEATURES.map((feature) => `${feature}=()`),
  `fullscreen=(self ${VIDEO.map((origin) => `"${origin}"`).join(' ')})`,
  'publickey-credentials-get=(self)',
].join(', ');

/** Before everything else, so that redirects, static files and errors have them too. `https`: what the base URL says. */
export function securityHeaders(config: { https: boolean }): RequestHandler {
  const headers = everyResponse(config);
  return (_req, res, next) => {
    res.removeHeader('X-Powered-By');
    res.set(headers);
    next();
  };
}

/** Security rules, section 3.1. Strict-Transport-Security would lock a plain-http site out of its own visitors. */
export function everyResponse({ https }: { https: boolean }): Headers {
  return {
    ...(https ? { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' } : {}),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'X-Permitted-Cross-Domain-Policies': 'none',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Origin-Agent-Cluster': '?1',
    'Permissions-Policy': PERMISSIONS,
  };
}

/**
 * Section 3.2: pages for readers, which caches may keep, hence no nonce. `formTargets`: origins elsewhere that forms of
 * ours lead to (docs/decisions/forms-that-lead-elsewhere.md). The path in `script-src` matters: `'self'` would
 * also bless a script that somebody uploaded.
 */
export function publicHtml(origin: string, formTargets: readonly string[] = []): Headers {
  return {
    'Content-Security-Policy': policy(origin, [
      "default-src 'none'", `script-src ${origin}/static/`, "script-src-attr 'none'", `style-src ${origin}/static/`, "img-src 'self' data:",
      "font-src 'self'", "connect-src 'self'", "media-src 'self'", `frame-src ${VIDEO.join(' ')}`, "manifest-src 'self'",
      `form-action ${["'self'", ...formTargets].join(' ')}`, ...CLOSED,
    ]),
    'Reporting-Endpoints': reportingEndpoints(origin),
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  };
}

/**
 * Section 3.2, preview: the page as readers will get it, but in a sandbox, so that nothing in it acts in the name of whoever looks at it.
 * `frame`: who may show it, 'self' for the editor around it. Links lead out of the sandbox into a tab of their own, or our own pages,
 * which want to be alone in theirs (COOP), would refuse to open there; for the same reason a preview has no such policy itself.
 * `'self'` would mean the sandbox's opaque origin in some browsers, so the origin is written out.
 */
export function previewHtml(origin: string, frame: 'self' | 'none'): Headers {
  return {
    'Content-Security-Policy': policy(origin, [
      "default-src 'none'", `script-src ${origin}/static/`, "script-src-attr 'none'", `style-src ${origin}/static/`, `img-src ${origin} data:`,
      `font-src ${origin}`, `media-src ${origin}`, `frame-src ${VIDEO.join(' ')}`, "form-action 'none'", "base-uri 'none'", "object-src 'none'",
      `frame-ancestors '${frame}'`, 'sandbox allow-scripts allow-popups allow-popups-to-escape-sandbox',
    ]),
    'Reporting-Endpoints': reportingEndpoints(origin),
    'X-Frame-Options': frame === 'self' ? 'SAMEORIGIN' : 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'unsafe-none',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-store',
    'X-Robots-Tag': 'noindex',
  };
}

/**
 * Section 3.4: staff and sign-in pages, never cached. `nonce`: 16 random bytes in base64, new for each response.
 * The reporting endpoint is named here too: a browser that knows `report-to` ignores `report-uri`.
 */
export function adminHtml(origin: string, nonce: string): Headers {
  return {
    'Content-Security-Policy': policy(origin, [
      "default-src 'none'", `script-src 'nonce-${nonce}' 'strict-dynamic'`, "script-src-attr 'none'", `style-src 'self' 'nonce-${nonce}'`,
      "img-src 'self' data: blob:", "font-src 'self'", "connect-src 'self'", "media-src 'self'", "frame-src 'self'", "worker-src 'self'",
      "manifest-src 'self'", "form-action 'self'", ...CLOSED, "require-trusted-types-for 'script'", "trusted-types cms ProseMirrorClipboard 'allow-duplicates'",
    ]),
    'Reporting-Endpoints': reportingEndpoints(origin),
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-store',
    'X-Robots-Tag': 'noindex',
  };
}

const CLOSED = ["base-uri 'none'", "object-src 'none'", "frame-ancestors 'none'"];

/** `upgrade-insecure-requests` on a plain-http site would break every one of its style sheets. */
function policy(origin: string, directives: readonly string[]): string {
  const upgrade = origin.startsWith('https:') ? ['upgrade-insecure-requests'] : [];
  return [...directives, ...upgrade, 'report-uri /csp-report', 'report-to csp'].join('; ');
}

function reportingEndpoints(origin: string): string {
  return `csp="${origin}/csp-report"`;
}

/** Section 3.3: names contain a content hash. CORP is open because a sandboxed preview counts as another origin. */
export const staticFiles: Headers = {
  'Cache-Control': 'public, max-age=31536000, immutable',
  'Cross-Origin-Resource-Policy': 'cross-origin',
  'Content-Security-Policy': "default-src 'none'",
};

/** Fonts are fetched in CORS mode, also from a sandboxed preview. */
export const staticFonts: Headers = { ...staticFiles, 'Access-Control-Allow-Origin': '*' };

/** Section 3.6: API, feeds, sitemap, calendars. */
export const apiHeaders: Headers = { 'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'" };

const IMMUTABLE_FILE: Headers = { 'Cache-Control': 'public, max-age=31536000, immutable', 'Cross-Origin-Resource-Policy': 'cross-origin' };
const STYLED_SANDBOX = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** Section 3.5, besides Content-Type and Content-Disposition, which depend on the file. */
export const uploadedFiles = {
  image: { ...IMMUTABLE_FILE, 'Content-Security-Policy': "default-src 'none'; sandbox" },
  svg: { ...IMMUTABLE_FILE, 'Content-Security-Policy': STYLED_SANDBOX },
  document: {
    'Content-Security-Policy': STYLED_SANDBOX, 'Cache-Control': 'public, max-age=300, must-revalidate', 'Cross-Origin-Resource-Policy': 'cross-origin',
  },
  private: { 'Content-Security-Policy': STYLED_SANDBOX, 'Cache-Control': 'private, no-store', 'Cross-Origin-Resource-Policy': 'same-origin' },
} as const satisfies Record<string, Headers>;

/** On explicit sign-out only: it also erases the browser's own copy of unsaved text. */
export const signedOut: Headers = { 'Clear-Site-Data': '"cache", "storage"' };
