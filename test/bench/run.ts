import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { benchMedia } from './media';
import { report, requestsPerSecond } from './measure';
import { benchRenditions } from './renditions';
import { benchSearch } from './search';
import { startThrowAwayServer } from './server';

/** npm run bench [-- pages|media|renditions|search]: all of them, when none is named. */
const [part] = process.argv.slice(2);

async function main(): Promise<void> {
  if (part === undefined || part === 'pages') await benchPages();
  if (part === undefined || part === 'media') await benchMedia();
  if (part === undefined || part === 'renditions') await benchRenditions();
  if (part === undefined || part === 'search') await benchSearch();
}

/**
 * How much a page costs, as ratios within one run on one machine. The base is a bare Node server that
 * sends a buffer of the same size.
 */
async function benchPages(): Promise<void> {
  const site = await startThrowAwayServer();
  const body = Buffer.from(await (await fetch(`${site.origin}/process/rfcs/`, { headers: { 'accept-encoding': 'identity' } })).text());
  const bare = http.createServer((_req, res) => { res.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Length': body.length }).end(body); });
  await new Promise<void>((resolve) => { bare.listen(0, '127.0.0.1', resolve); });

  const base = await requestsPerSecond(`http://127.0.0.1:${(bare.address() as AddressInfo).port}/`);
  report('bare server, the same bytes', base, base);
  report('a page from the page cache', await requestsPerSecond(`${site.origin}/process/rfcs/`), base);
  report('the same page, not modified (304)', await requestsPerSecond(`${site.origin}/process/rfcs/`, { 'if-none-match': await etagOf(`${site.origin}/process/rfcs/`) }), base);
  report('the same page, made anew', await requestsPerSecond(`${site.origin}/process/rfcs/?anew`), base);
  report('the home page, made anew', await requestsPerSecond(`${site.origin}/?anew`), base);
  report('a page that is not there', await requestsPerSecond(`${site.origin}/meeting/bangkok-agenda/?anew`), base);

  bare.close();
  await site.stop();
}

async function etagOf(url: string): Promise<string> {
  return (await fetch(url)).headers.get('etag') ?? '';
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
