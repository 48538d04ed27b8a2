import { beginning, FARTHEST, scrolledTo, whole, type Framing } from './framing.ts';
import type { Box } from './geometry.ts';

const NEAREST = 2.5;
/** Below this zoom text is unreadable, and large names are shown instead. */
const FAR = 0.55;

/** The visible part of the plane: dragging, wheel, keys, and scrolling to things. */
export class Viewport {
  private x = 0;
  private y = 0;
  private scale = 1;
  private plane: SVGGElement | null = null;
  /** Whether the pointer was moved since it was pressed: then releasing it is no click. */
  dragged = false;
  private bounds: Box = { x: 0, y: 0, width: 0, height: 0 };

  constructor(private readonly frame: SVGSVGElement) {
    frame.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
    frame.addEventListener('pointerdown', (event) => this.drag(event));
  }

  /** The frame's ratio of width to height, within limits. */
  proportion(): number {
    const { width, height } = this.frame.getBoundingClientRect();
    return width && height ? Math.min(2.4, Math.max(0.6, width / height)) : 1.6;
  }

  /** Shows another plane at the current place and zoom. */
  take(plane: SVGGElement, bounds: Box): void {
    this.plane = plane;
    this.bounds = bounds;
    this.apply();
  }

  /** Shows the whole map, at most at its natural size. */
  fit(): void {
    const frame = this.frame.getBoundingClientRect();
    if (frame.width > 0 && frame.height > 0 && this.bounds.width > 0) this.set(whole(frame, this.bounds));
  }

  /** Shows a map that is just opened, in which letters of that size are to be legible. */
  begin(letters: number): void {
    const frame = this.frame.getBoundingClientRect();
    if (frame.width > 0 && frame.height > 0 && this.bounds.width > 0)
      this.set(beginning(frame, this.bounds, letters));
  }

  /** Zooms by a factor around the centre, or around a point of the screen. */
  zoom(factor: number, at?: { readonly x: number; readonly y: number }): void {
    const frame = this.frame.getBoundingClientRect();
    const [px, py] = at ? [at.x - frame.left, at.y - frame.top] : [frame.width / 2, frame.height / 2];
    const scale = Math.min(NEAREST, Math.max(FARTHEST, this.scale * factor));
    this.x = px - ((px - this.x) * scale) / this.scale;
    this.y = py - ((py - this.y) * scale) / this.scale;
    this.scale = scale;
    this.apply();
  }

  /** Scrolls by pixels of the screen. */
  pan(dx: number, dy: number): void {
    this.x += dx;
    this.y += dy;
    this.apply();
  }

  /** Scrolls to a box as little as necessary, and zooms in to be readable if `near`. */
  show(box: Box, near: boolean): void {
    if (near && this.scale < FAR) this.scale = 0.9;
    const { x, y, scale } = this;
    this.set(scrolledTo(box, this.frame.getBoundingClientRect(), { x, y, scale }));
  }

  private set({ x, y, scale }: Framing): void {
    [this.x, this.y, this.scale] = [x, y, scale];
    this.apply();
  }

  private apply(): void {
    this.plane?.setAttribute('transform', `translate(${this.x} ${this.y}) scale(${this.scale})`);
    this.frame.classList.toggle('from-afar', this.scale < FAR);
  }

  /** The wheel zooms with Ctrl, as in VS Code's image preview, and scrolls without. */
  private wheel(event: WheelEvent): void {
    event.preventDefault();
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    if (event.ctrlKey || event.metaKey) this.zoom(Math.exp(-event.deltaY * unit * 0.004), event);
    else if (event.shiftKey) this.pan(-event.deltaY * unit, 0);
    else this.pan(-event.deltaX * unit, -event.deltaY * unit);
  }

  private drag(event: PointerEvent): void {
    if (event.button !== 0 && event.button !== 1) return;
    let [x, y] = [event.clientX, event.clientY];
    this.dragged = false;
    const move = (now: PointerEvent) => {
      if (!this.dragged && Math.hypot(now.clientX - x, now.clientY - y) < 4) return;
      this.dragged = true;
      this.frame.classList.add('dragged');
      this.pan(now.clientX - x, now.clientY - y);
      [x, y] = [now.clientX, now.clientY];
    };
    const end = () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', end);
      this.frame.classList.remove('dragged');
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', end);
  }
}
