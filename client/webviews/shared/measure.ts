import type { Measure } from './wrap.ts';

/** Measures as the page would, in a font that CSS understands. */
export function measureIn(font: string): Measure {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return (text) => text.length * 7;
  context.font = font;
  return (text) => context.measureText(text).width;
}
