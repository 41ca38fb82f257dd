import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { FileStore } from '../../platform/files';
import { everyResponse, uploadedFiles, type Headers } from '../../platform/http/headers';
import type { Log } from '../../platform/log';
import { hostName } from '../page-cache/serve-from-cache';
import type { SiteDirectory } from '../sites/site-directory';
import { renditionParams, type RenditionParams } from './forms';
import type { ImageMemory } from './image-memory';
import { renditionKey } from './make-rendition';
import { IMAGE_TYPES, fileNamed } from './renditions';

export interface PublicImageDeps {
  readonly images: ImageMemory;
  readonly files: FileStore;
  readonly sites: SiteDirectory;
  readonly https: boolean;
  readonly log: Pick<Log, 'info'>;
}

/**
 * In front of Express, as the page cache is: a public rendition that is there goes from the store to the reader, whoever asks. Everything
 * else is the app's affair: files that are private, not made yet, of long ago, or in the trash, and every failure.
 */
export function servePublicImages(deps: PublicImageDeps, app: RequestListener): RequestListener {
  const headers = { ...everyResponse(deps), ...uploadedFiles.image };
  return (req, res) => {
    const params = paramsOf(deps.sites, req);
    if (!params) return app(req, res);
    send(deps, req, res, { params, headers }).then((sent) => { if (!sent) app(req, res); }, () => { if (res.headersSent) res.destroy(); else app(req, res); });
  };
}

function paramsOf(sites: SiteDirectory, { method, url = '', headers }: IncomingMessage): RenditionParams | undefined {
  if (!url.startsWith('/media/') || (method !== 'GET' && method !== 'HEAD') || !sites.find(hostName(headers.host))) return undefined;
  const [, , id, hash, file, ...more] = url.split('/');
  return more.length === 0 ? renditionParams.safeParse({ id, hash, file }).data : undefined;
}

interface Asked {
  readonly params: RenditionParams;
  readonly headers: Headers;
}

/** False, with nothing sent, for what is not simply there and everybody's. */
async function send({ images, files, log }: PublicImageDeps, req: IncomingMessage, res: ServerResponse, { params, headers }: Asked): Promise<boolean> {
  const image = await images.find(params.id);
  if (!image || image.private || image.trashedAt !== null || image.hash !== params.hash) return false;
  const wanted = fileNamed(image, params);
  const file = wanted && await files.read(renditionKey(image, wanted.rendition.spec, wanted.format));
  if (!file) return false;

  res.writeHead(200, { ...headers, 'Content-Type': IMAGE_TYPES[wanted.format], 'Content-Length': file.bytes });
  log.info({ method: req.method, path: req.url, status: 200, ms: 0, cached: true }, 'request');
  if (req.method === 'HEAD') {
    file.stream.destroy();
    res.end();
  } else await pipeline(file.stream, res).catch(() => res.destroy()); // the reader left, or the store failed in the middle
  return true;
}
