import { announce } from './announce';
import { element, icon } from './elements';

export type KeptState =
  | { readonly kind: 'kept'; readonly at: Date; readonly partly?: boolean }
  | { readonly kind: 'keeping' | 'offline' | 'off' }
  | { readonly kind: 'signed-out' | 'conflict' | 'refused'; readonly words: string; readonly act: HTMLElement | null };

export type ShowKept = (state: KeptState) => void;

/**
 * The sign in the bar that says where the text is. Seen at once; spoken only when it means something else than before,
 * so that "Keeping…" and "Kept" do not talk into somebody's typing.
 */
export function keptSign(): ShowKept {
  const sign = document.querySelector<HTMLElement>('[data-autosave]');
  const copy = document.querySelector<HTMLElement>('[data-autosave-copy]');
  sign?.setAttribute('aria-live', 'off');
  let spoken = 'kept';
  return (state) => {
    const { mark, short, more } = shownAs(state);
    sign?.replaceChildren(...mark(), element('span', {}, short, element('span', { class: 'wide-only' }, more)), ...'act' in state && state.act ? [state.act] : []);
    copy?.replaceChildren(...mark(), short);
    sign?.classList.toggle('autosave--stopped', state.kind !== 'kept' && state.kind !== 'keeping');
    if (state.kind === 'keeping' || state.kind === spoken) return;
    spoken = state.kind;
    announce(`${short}${more}`);
  };
}

interface Shown { mark: () => Node[]; short: string; more: string }

function shownAs(state: KeptState): Shown {
  const warn = (): Node[] => [icon('i-warn', 'icon c-warn')];
  switch (state.kind) {
    case 'kept': return { mark: () => [icon('i-check', 'icon c-ok')], short: `Kept ${clock(state.at)}`, more: state.partly ? ', except what cannot be read yet' : ', only you see it' };
    case 'keeping': return { mark: () => [], short: 'Keeping…', more: '' };
    case 'offline': return { mark: warn, short: 'Offline', more: ', kept in this browser' };
    case 'off': return { mark: warn, short: 'Autosave is off', more: ', kept in this browser' };
    default: return { mark: warn, short: state.words, more: ', kept in this browser' };
  }
}

export function clock(at: Date): string {
  return at.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}
