import { announce } from '../editor/announce';

interface Point { readonly x: number; readonly y: number }

/**
 * The point that crops keep: a click or a drag on the picture, the arrow keys on its handle, or the two numbers. The crops below follow
 * at once, cut as the server will cut them.
 */
export function startFocal(part: HTMLElement): void {
  const [across, down] = [field(part, 'focalX'), field(part, 'focalY')];
  const frame = part.querySelector<HTMLElement>('[data-focal]');
  const handle = part.querySelector<HTMLButtonElement>('[data-focal-handle]');
  if (!frame || !handle || !across || !down || across.matches(':disabled')) return;
  const read = (): Point => ({ x: valueOf(across), y: valueOf(down) });
  const move = ({ x, y }: Point): void => {
    [across.value, down.value] = [String(within(x)), String(within(y))];
    across.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const show = (): void => { draw(part, handle, read()); };
  handle.hidden = false;
  part.querySelector('[data-focal-hint]')?.removeAttribute('hidden');
  // after a refusal the point is what was typed, and the crops were cut for what is stored
  if (part.closest('form')?.dataset.refused === undefined) place(handle, read());
  else show();
  for (const input of [across, down]) input.addEventListener('input', show);
  handle.addEventListener('keydown', (event) => {
    const by = stepOf(event);
    if (!by) return;
    event.preventDefault();
    const { x, y } = read();
    move({ x: x + by.x, y: y + by.y });
    announce(`${across.value} percent across, ${down.value} percent down`);
  });
  listenForPointer(frame, move);
}

function field(part: HTMLElement, name: string): HTMLInputElement | null {
  return part.querySelector<HTMLInputElement>(`input[name="${name}"]`);
}

function valueOf(input: HTMLInputElement): number {
  return input.value.trim() === '' || Number.isNaN(input.valueAsNumber) ? 50 : within(input.valueAsNumber);
}

function within(value: number): number {
  return Math.min(100, Math.max(0, Math.round(value)));
}

const STEPS: Readonly<Record<string, Point>> = { ArrowLeft: { x: -1, y: 0 }, ArrowRight: { x: 1, y: 0 }, ArrowUp: { x: 0, y: -1 }, ArrowDown: { x: 0, y: 1 } };

function stepOf({ key, shiftKey, altKey, ctrlKey, metaKey }: KeyboardEvent): Point | null {
  const step = STEPS[key];
  if (!step || altKey || ctrlKey || metaKey) return null;
  const times = shiftKey ? 10 : 1;
  return { x: step.x * times, y: step.y * times };
}

/** With a mouse anywhere on the picture; a finger taps, and drags by the handle, so that the page can still be scrolled. */
function listenForPointer(frame: HTMLElement, move: (to: Point) => void): void {
  const at = (event: PointerEvent): Point => {
    const { left, top, width, height } = frame.getBoundingClientRect();
    return { x: ((event.clientX - left) / width) * 100, y: ((event.clientY - top) / height) * 100 };
  };
  let dragging = false;
  frame.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    dragging = event.pointerType === 'mouse' || (event.target instanceof Element && event.target.matches('[data-focal-handle]'));
    if (dragging) frame.setPointerCapture(event.pointerId);
    if (event.pointerType === 'mouse') move(at(event));
  });
  frame.addEventListener('pointermove', (event) => { if (dragging) move(at(event)); });
  frame.addEventListener('pointerup', (event) => {
    if (!dragging && event.pointerType !== 'mouse') move(at(event));
    dragging = false;
  });
  frame.addEventListener('pointercancel', () => { dragging = false; });
}

function draw(part: HTMLElement, handle: HTMLElement, point: Point): void {
  place(handle, point);
  drawMark(part.querySelector('[data-focal-mark]'), point);
  const size = { width: Number(part.dataset.width), height: Number(part.dataset.height) };
  const whole = part.querySelector<HTMLImageElement>('[data-focal] img');
  for (const crop of part.querySelectorAll<HTMLImageElement>('[data-crop]')) {
    // until now it was a file cut for the point as it was
    if (whole && crop.dataset.whole === undefined) crop.src = whole.currentSrc || whole.src;
    crop.dataset.whole = '';
    crop.style.objectPosition = positionFor(size, Number(crop.dataset.crop), point);
  }
}

function place(handle: HTMLElement, { x, y }: Point): void {
  handle.style.left = `${x}%`;
  handle.style.top = `${y}%`;
  handle.setAttribute('aria-label', `Focal point: ${x} percent across, ${y} percent down`);
}

function drawMark(mark: SVGElement | null, point: Point): void {
  if (!mark) return;
  const height = Number(mark.dataset.y);
  const [x, y] = [point.x * 10, (point.y * height) / 100];
  for (const line of mark.querySelectorAll('path')) line.setAttribute('d', `M${x} 0V${height}M0 ${y}H1000`);
  for (const circle of mark.querySelectorAll('circle')) {
    circle.setAttribute('cx', String(x));
    circle.setAttribute('cy', String(y));
  }
}

/** The point in the middle of the crop, as far as the edges allow: what `object-position` has to say for that. */
export function positionFor({ width, height }: { width: number; height: number }, ratio: number, { x, y }: Point): string {
  const scale = Math.min(width / ratio, height);
  const [cropWidth, cropHeight] = [ratio * scale, scale];
  const along = (share: number, whole: number, part: number): number => {
    if (whole - part < 0.5) return 50;
    const start = Math.min(Math.max(0, (share / 100) * whole - part / 2), whole - part);
    return Math.round((start / (whole - part)) * 10_000) / 100;
  };
  return `${along(x, width, cropWidth)}% ${along(y, height, cropHeight)}%`;
}
