import { textOf } from './form';

/** What this browser keeps of a text that the server has not answered for. */
export interface LocalCopy {
  readonly key: string;
  readonly at: number;
  /** The form's fields, as they are sent. */
  readonly fields: string;
  /** It left with an ordinary save; a page that says "saved" needs it no more. */
  readonly submitted: boolean;
}

const PREFIX = 'plenary-text';
const tab = tabName();

/** One for each window, so that one window's good news never clears what another has still to say. */
export function localCopy(form: HTMLFormElement) {
  const place = (): string => `${PREFIX}:${form.dataset.email ?? ''}:${pageOf(form)}`;
  const key = (): string => `${place()}:${tab}`;
  let written: string | null = null;
  return {
    /** False when the browser has no room. */
    keep(fields: URLSearchParams, submitted = false): boolean {
      const unsecret = new URLSearchParams(fields);
      unsecret.delete('_csrf');
      const text = `${submitted}${unsecret.toString()}`;
      if (text === written) return true;
      try {
        localStorage.setItem(key(), JSON.stringify({ at: Date.now(), fields: unsecret.toString(), submitted }));
        written = text;
        return true;
      } catch {
        return false;
      }
    },
    drop(): void {
      written = null;
      localStorage.removeItem(key());
    },
    /** From this window or from windows that are gone; the newest first, those that say the same as the form left out and cleared. */
    async found(now: URLSearchParams, saved: boolean): Promise<LocalCopy[]> {
      const alive = await livingTabs();
      const copies = keysFrom(`${place()}:`).filter((one) => one.endsWith(`:${tab}`) || !alive.has(one.slice(one.lastIndexOf(':') + 1))).flatMap(read);
      const stale = copies.filter(({ fields, submitted }) => (submitted && saved) || textOf(new URLSearchParams(fields)) === textOf(now));
      for (const copy of stale) localStorage.removeItem(copy.key);
      return copies.filter((copy) => !stale.includes(copy)).sort((a, b) => b.at - a.at);
    },
  };
}

export type LocalCopies = ReturnType<typeof localCopy>;

function pageOf(form: HTMLFormElement): string {
  const { pageId } = form.dataset;
  return pageId && form.dataset.new !== 'new' ? pageId : `new${location.search.replace(/[^\w=&-]/g, '')}`;
}

function keysFrom(start: string): string[] {
  return Object.keys(localStorage).filter((key) => key.startsWith(start));
}

function read(key: string): LocalCopy[] {
  try {
    const { at, fields, submitted } = JSON.parse(localStorage.getItem(key) ?? '') as LocalCopy;
    return [{ key, at, fields, submitted }];
  } catch {
    return [];
  }
}

/** The same over reloads, another one in every window; a lock says that the window still lives. */
function tabName(): string {
  const name = sessionStorage.getItem('plenary-tab') ?? crypto.getRandomValues(new Uint32Array(2)).join('');
  sessionStorage.setItem('plenary-tab', name);
  (navigator.locks as LockManager | undefined)?.request(`plenary-tab:${name}`, () => new Promise(() => undefined)).catch(() => undefined);
  return name;
}

async function livingTabs(): Promise<Set<string>> {
  const { held = [] } = await (navigator.locks as LockManager | undefined)?.query().catch(() => undefined) ?? {};
  return new Set(held.map(({ name }) => (name ?? '').replace('plenary-tab:', '')));
}
