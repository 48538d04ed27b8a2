import type { Measure } from './wrap.ts';

/** Measures text widths as the page would render them, in a CSS font. */
export function measureIn(font: string): Measure {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return (text) => text.length * 7;
  context.font = font;
  return (text) => context.measureText(text).width;
}
