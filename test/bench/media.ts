import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { storeImage } from '../../src/cms/images/store-image';
import { ROOT } from '../../src/platform/root';
import { report, requestsPerSecond } from './measure';
import { startThrowAwayServer } from './server';

/** A public rendition that is there already, beside a bare Node server that opens and sends the same file each time. */
export async function benchMedia(): Promise<void> {
  const site = await startThrowAwayServer({ SEED: 'none' });
  const bytes = fs.readFileSync(path.join(ROOT, 'seeds/demo/pictures/home-hero.svg'));
  const id = await storeImage(site.deps, { name: 'hero', title: 'Hero', alt: '', credit: null, focalX: 0.5, focalY: 0.5, bytes });
  const { hash } = await site.deps.db('images').where({ id }).first<{ hash: string }>('hash');
  const url = `/media/${id}/${hash}/wide-800.webp`;
  const { headers } = await fetch(site.origin + url); // made now
  const { storageKey } = await site.deps.db('renditions').where({ imageId: id }).first<{ storageKey: string }>('storageKey');
  const file = path.join(site.deps.config.dataDir, 'media', storageKey);
  const bare = http.createServer((_req, res) => {
    fs.stat(file, (_error, { size }) => fs.createReadStream(file).pipe(res.writeHead(200, { 'Content-Type': 'image/webp', 'Content-Length': size })));
  });
  await new Promise<void>((resolve) => { bare.listen(0, '127.0.0.1', resolve); });

  const base = await requestsPerSecond(`http://127.0.0.1:${(bare.address() as AddressInfo).port}/`);
  report(`bare server, the same ${Math.round(Number(headers.get('content-length')) / 1e3)} kB file`, base, base);
  report('a public rendition', await requestsPerSecond(site.origin + url), base);
  report('where an old hash leads (301)', await requestsPerSecond(site.origin + url.replace(/[0-9a-f]{16}/, '0'.repeat(16))), base);
  bare.close();
  await site.stop();
}
