/** A file on its way into the library: it is sent, or waits for its turn. */
export interface OnItsWay {
  /** The line that shows it. Taken off the page with its block, nobody waits for it. */
  readonly dom: HTMLElement;
  readonly name: string;
  readonly isPicture: boolean;
  /** 0…1 of what is sent. */
  share(): number;
  stop(): void;
}

/** `failed`: refused, or held up; then its line says why. */
export type Ending = 'kept' | 'stopped' | 'failed';
export type Hindrance = 'signed-out' | 'unreachable';
type Hear = (one: OnItsWay, ending: Ending | null) => void;

const sending = new Set<OnItsWay>();
const held = new Map<OnItsWay, { readonly by: Hindrance; goOn(): void }>();
const ears = new Set<Hear>();
let askToSignIn: (() => void) | null = null;

/** Leaving, or saving, would lose these; and those that are held up. */
export function onTheWay(): readonly OnItsWay[] {
  return [...sending].filter(({ dom }) => dom.isConnected);
}

/** What goes on by itself one day, but not now. */
export function heldUp(): readonly OnItsWay[] {
  return [...held.keys()].filter(({ dom }) => dom.isConnected);
}

/** Tells of all that moves on (null) or ends. Gives what stops it. */
export function hearUploads(hear: Hear): () => void {
  ears.add(hear);
  return () => { ears.delete(hear); };
}

export function setsOut(one: OnItsWay): void {
  held.delete(one);
  sending.add(one);
  movesOn(one);
}

export function movesOn(one: OnItsWay): void {
  for (const hear of ears) hear(one, null);
}

export function ends(one: OnItsWay, ending: Ending): void {
  held.delete(one);
  if (sending.delete(one)) for (const hear of ears) hear(one, ending);
}

/** Nothing is wrong with the file: it goes on by itself once what holds it up is over. */
export function holdUp(one: OnItsWay, by: Hindrance, goOn: () => void): void {
  ends(one, 'failed');
  held.set(one, { by, goOn });
  if (by === 'signed-out') askToSignIn?.();
}

export function goOnAfter(hindrance: Hindrance): void {
  for (const [{ dom }, { by, goOn }] of [...held]) if (by === hindrance && dom.isConnected) goOn();
}

/** `signIn` lets somebody sign in in place; afterwards `goOnAfter` is called. */
export function startUploads(signIn: () => void): void {
  askToSignIn = signIn;
  addEventListener('online', () => { goOnAfter('unreachable'); });
}

/** Undefined where a page has no way to do so. */
export function signInHere(): (() => void) | undefined {
  return askToSignIn ?? undefined;
}
