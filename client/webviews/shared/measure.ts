import type { Measure } from './wrap.ts';

/** The size and family of the type that pages are set in, as in a CSS font; `px` for another size. */
export function typeOf(px?: number): string {
  const { fontSize, fontFamily } = getComputedStyle(document.body);
  return `${px === undefined ? fontSize : `${px}px`} ${fontFamily}`;
}

/** Measures text widths as the page would render them, in a CSS font. */
export function measureIn(font: string): Measure {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return (text) => text.length * 7;
  context.font = font;
  return (text) => context.measureText(text).width;
}
