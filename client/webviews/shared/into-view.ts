/** Brings elements into view within what scrolls, and nothing else. */

/**
 * Scrolls the nearest ancestor that scrolls so that `element` is in its middle, or, if `nearest`, no further than it
 * must. `scrollIntoView` scrolls all ancestors, also the frame around a webview, which is some pixels higher than its
 * tab: the bar would go out of view.
 */
export function bringIntoView(element: Element, how: 'centre' | 'nearest'): void {
  const room = scrollerOf(element);
  if (!room) return;
  const [own, its] = [element.getBoundingClientRect(), room.getBoundingClientRect()];
  const place = how === 'centre' ? centred : nearest;
  room.scrollBy({
    top: place(own.top - its.top, own.height, room.clientHeight),
    left: nearest(own.left - its.left, own.width, room.clientWidth),
  });
}

function scrollerOf(element: Element): Element | null {
  for (let room = element.parentElement; room; room = room.parentElement)
    if (/auto|scroll/.test(getComputedStyle(room).overflow)) return room;
  return null;
}

/** How far to scroll so that a stretch at `from` is in the middle of `room`. All in pixels. */
function centred(from: number, length: number, room: number): number {
  return from - (room - length) / 2;
}

function nearest(from: number, length: number, room: number): number {
  if (from < 0) return from;
  return Math.max(0, Math.min(from, from + length - room));
}
