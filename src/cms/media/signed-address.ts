import { createHmac } from 'node:crypto';
import { equalSecrets } from '../../platform/equal-secrets';
import type { ImageUse } from './picture';

export interface SignedAddresses {
  /** `/media/9/…/card-800.webp` with a query that opens it to whoever has it. */
  sign(path: string): string;
  /** Whether `signature`, as a request brings it, opens this path now. */
  isValid(path: string, signature: unknown): boolean;
}

const MINUTE = 60_000;
const LIFETIME = 5 * MINUTE;

/**
 * Addresses of private pictures for previews: these stand in a sandbox that has no cookies, so nobody can be asked who they are. Good for
 * four to five minutes; within one minute the same, so that a preview that is made anew does not flicker. The path names the image, its
 * content and the file. `secrets`: the first signs, all of them are believed.
 */
export function signedAddresses({ secrets, now }: { secrets: readonly string[]; now: () => Date }): SignedAddresses {
  const [newest] = secrets;
  if (newest === undefined) throw new Error('Signed addresses need a secret');

  return {
    sign(path) {
      const until = (Math.floor(now().getTime() / MINUTE) * MINUTE + LIFETIME).toString(36);
      return `${path}?signed=${until}.${mac(path, until, newest)}`;
    },
    isValid(path, signature) {
      const match = typeof signature === 'string' ? /^([0-9a-z]{1,11})\.([\w-]{43})$/.exec(signature) : null;
      const [, until = '', given = ''] = match ?? [];
      if (!match || !secrets.some((secret) => equalSecrets(given, mac(path, until, secret)))) return false;
      const left = parseInt(until, 36) - now().getTime();
      return left > 0 && left <= LIFETIME;
    },
  };
}

/** A picture with all its addresses signed, loaded at once: whoever scrolls to it after five minutes would not see it any more. */
export function signedPicture(picture: ImageUse, { sign }: SignedAddresses): ImageUse {
  const signed = (addresses: string): string => addresses.replace(/\/media\/[^\s,]+/g, sign);
  return {
    ...picture, loading: 'eager', src: signed(picture.src), srcset: signed(picture.srcset),
    sources: picture.sources.map((source) => ({ ...source, srcset: signed(source.srcset) })),
  };
}

function mac(path: string, until: string, secret: string): string {
  return createHmac('sha256', secret).update(`signed address ${until} ${path}`).digest('base64url');
}
