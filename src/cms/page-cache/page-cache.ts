import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** A whole answer, ready to be written to a socket. */
export interface KeptAnswer {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Buffer;
}

interface Entry extends KeptAnswer {
  encoded: Map<Encoding, Buffer>;
}

type Encoding = 'br' | 'gzip' | 'identity';

/** About 64 MB of HTML: least recently used goes first. */
const MOST_BYTES = 64 * 1024 * 1024;
/** Below this, compressing costs more than it saves. */
const WORTH_COMPRESSING = 1_024;

/**
 * Answers for anonymous readers, in memory, keyed by site, content version and path (rule 7): there is nothing to purge,
 * a new version is a new key. Compressed once per entry, on its first use in that encoding.
 */
export class PageCache {
  private readonly entries = new Map<string, Entry>();
  private bytes = 0;
  hits = 0;
  misses = 0;

  find(key: string): KeptAnswer | undefined {
    const entry = this.entries.get(key);
    if (!entry) {
      this.misses += 1;
      return undefined;
    }
    this.hits += 1;
    this.entries.delete(key); // to the young end
    this.entries.set(key, entry);
    return entry;
  }

  keep(key: string, answer: KeptAnswer): void {
    if (this.entries.has(key)) return;
    this.entries.set(key, { ...answer, encoded: new Map() });
    this.bytes += answer.body.length;
    for (const [oldest, entry] of this.entries) {
      if (this.bytes <= MOST_BYTES) return;
      this.entries.delete(oldest);
      this.bytes -= entry.body.length;
    }
  }

  /** The body in an encoding that the reader takes, and that encoding's name for the header. */
  encoded(key: string, headers: IncomingHttpHeaders): { body: Buffer; encoding: Encoding } {
    const entry = this.entries.get(key)!;
    const encoding = entry.body.length < WORTH_COMPRESSING ? 'identity' : chooseEncoding(headers['accept-encoding']);
    if (encoding === 'identity') return { body: entry.body, encoding };

    const known = entry.encoded.get(encoding);
    if (known) return { body: known, encoding };
    const body = encode(entry.body, encoding);
    entry.encoded.set(encoding, body);
    return { body, encoding };
  }

  get size(): number {
    return this.entries.size;
  }
}

export function chooseEncoding(accepted: string | string[] | undefined): Encoding {
  const offers = String(accepted ?? '').toLowerCase().split(',').map((offer) => offer.trim()).filter((offer) => !/;\s*q=0(\.0*)?$/.test(offer));
  const names = offers.map((offer) => offer.split(';', 1)[0]);
  if (names.includes('br')) return 'br';
  return names.includes('gzip') ? 'gzip' : 'identity';
}

export function encode(body: Buffer, encoding: Exclude<Encoding, 'identity'>): Buffer {
  if (encoding === 'gzip') return gzipSync(body);
  return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } });
}
