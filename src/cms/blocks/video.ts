/** A video by provider and id: the only things taken from an address, so that nothing else in it can reach a page. */
export interface Video {
  readonly provider: 'youtube' | 'vimeo';
  /** "YouTube" */
  readonly name: string;
  readonly id: string;
  /** Its own page there. */
  readonly url: string;
}

/** Undefined for everything that is not the address of one video. */
export function videoOf(address: string): Video | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const host = url.hostname.replace(/^(?:www|m)\./, '');

  const youtube = host === 'youtu.be' ? url.pathname.slice(1) : isYouTube(host) ? youTubeId(url) : undefined;
  if (youtube && /^[A-Za-z0-9_-]{6,20}$/.test(youtube)) {
    return { provider: 'youtube', name: 'YouTube', id: youtube, url: `https://www.youtube.com/watch?v=${youtube}` };
  }
  const vimeo = host === 'vimeo.com' || host === 'player.vimeo.com' ? /^\/(?:video\/|channels\/[\w-]+\/)?(\d{5,12})\/?$/.exec(url.pathname)?.[1] : undefined;
  return vimeo ? { provider: 'vimeo', name: 'Vimeo', id: vimeo, url: `https://vimeo.com/${vimeo}` } : undefined;
}

function isYouTube(host: string): boolean {
  return host === 'youtube.com' || host === 'youtube-nocookie.com';
}

function youTubeId(url: URL): string | undefined {
  if (url.pathname === '/watch') return url.searchParams.get('v') ?? undefined;
  return /^\/(?:embed|live|shorts|v)\/([^/]+)\/?$/.exec(url.pathname)?.[1];
}
