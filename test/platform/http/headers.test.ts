import express from 'express';
import request from 'supertest';
import { adminHtml, apiHeaders, everyResponse, publicHtml, securityHeaders, signedOut, staticFiles, staticFonts, uploadedFiles } from '../../../src/platform/http/headers';
import { staffHeaders } from '../../../src/platform/http/staff-headers';

const ORIGIN = 'https://www.example.org';

/** The fixed lines of the security rules, section 3, as they stand there. */
const EVERY = {
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'X-Permitted-Cross-Domain-Policies': 'none',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
  'Permissions-Policy': 'accelerometer=(), autoplay=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=(), xr-spatial-tracking=(), fullscreen=(self "https://www.youtube-nocookie.com" "https://player.vimeo.com"), publickey-credentials-get=(self)',
};
const PUBLIC_POLICY = "default-src 'none'; script-src https://www.example.org/static/; script-src-attr 'none'; style-src https://www.example.org/static/; img-src 'self' data:; font-src 'self'; connect-src 'self'; media-src 'self'; frame-src https://www.youtube-nocookie.com https://player.vimeo.com; manifest-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; upgrade-insecure-requests; report-uri /csp-report; report-to csp";
const ADMIN_POLICY = "default-src 'none'; script-src 'nonce-{N}' 'strict-dynamic'; script-src-attr 'none'; style-src 'self' 'nonce-{N}'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; media-src 'self'; frame-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types cms ProseMirrorClipboard 'allow-duplicates'; upgrade-insecure-requests; report-uri /csp-report; report-to csp";

test('every response has exactly the headers of section 3.1; HSTS only over https', () => {
  expect(everyResponse({ https: true })).toEqual(EVERY);
  const { 'Strict-Transport-Security': _, ...rest } = EVERY;
  expect(everyResponse({ https: false })).toEqual(rest);
});

test('they are there on redirects, on errors of Express and beside what a handler sets', async () => {
  const app = express().use(securityHeaders({ https: true }));
  app.get('/away', (_req, res) => { res.redirect('/there'); });
  for (const address of ['/away', '/nothing-here']) {
    const { headers } = await request(app).get(address);
    for (const [name, value] of Object.entries(EVERY)) expect([name, headers[name.toLowerCase()]]).toEqual([name, value]);
    expect(headers).not.toHaveProperty('x-powered-by');
  }
});

test('pages for readers have exactly the headers of section 3.2', () => {
  expect(publicHtml(ORIGIN)).toEqual({
    'Content-Security-Policy': PUBLIC_POLICY,
    'Reporting-Endpoints': 'csp="https://www.example.org/csp-report"',
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  });
});

test('on plain http nothing asks for https', () => {
  expect(publicHtml('http://localhost:3000')['Content-Security-Policy'])
    .toBe(PUBLIC_POLICY.replaceAll(ORIGIN, 'http://localhost:3000').replace('upgrade-insecure-requests; ', ''));
  expect(adminHtml('http://localhost:3000', 'N')['Content-Security-Policy']).not.toContain('upgrade-insecure-requests');
});

test('staff pages have the headers of section 3.4, and an endpoint for their reports', () => {
  expect(adminHtml(ORIGIN, 'Tm9uY2U=')).toEqual({
    'Content-Security-Policy': ADMIN_POLICY.replaceAll('{N}', 'Tm9uY2U='),
    'Reporting-Endpoints': 'csp="https://www.example.org/csp-report"',
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-store',
    'X-Robots-Tag': 'noindex',
  });
});

test('the nonce is 16 random bytes, new for each answer', async () => {
  const app = express().use(staffHeaders({ originOf: () => ORIGIN }));
  app.get('/', (_req, res) => { res.send(res.locals.nonce); });
  const [one, two] = [await request(app).get('/'), await request(app).get('/')];
  expect(one.text).not.toBe(two.text);
  expect(Buffer.from(one.text, 'base64')).toHaveLength(16);
  expect(one.get('Content-Security-Policy')).toBe(ADMIN_POLICY.replaceAll('{N}', one.text));
});

test('files and data have the headers of sections 3.3, 3.5 and 3.6', () => {
  expect(staticFiles).toEqual({
    'Cache-Control': 'public, max-age=31536000, immutable', 'Cross-Origin-Resource-Policy': 'cross-origin', 'Content-Security-Policy': "default-src 'none'",
  });
  expect(staticFonts).toEqual({ ...staticFiles, 'Access-Control-Allow-Origin': '*' });
  expect(apiHeaders).toEqual({ 'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'" });
  expect(uploadedFiles.image['Content-Security-Policy']).toBe("default-src 'none'; sandbox");
  expect(uploadedFiles.svg['Content-Security-Policy']).toBe("default-src 'none'; style-src 'unsafe-inline'; sandbox");
  expect(uploadedFiles.document['Cache-Control']).toBe('public, max-age=300, must-revalidate');
  expect(uploadedFiles.private['Cache-Control']).toBe('private, no-store');
  expect(signedOut).toEqual({ 'Clear-Site-Data': '"cache", "storage"' });
});
