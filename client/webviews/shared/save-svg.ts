import { validXml } from './valid-xml.ts';

/** CSS properties that are copied into an exported SVG. */
const PROPERTIES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'text-anchor',
  'text-decoration-line',
  'dominant-baseline',
  'display',
] as const;

/**
 * A drawing as a standalone SVG: with the current theme's colours as attributes, and without what only serves the
 * screen (focus, ARIA labels). `box` is the exported part of the plane.
 */
export function savedSvg(
  drawing: SVGSVGElement,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  title: string,
): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  const originals = [drawing, ...drawing.querySelectorAll<SVGElement>('*')];
  [copy, ...copy.querySelectorAll<SVGElement>('*')].forEach((element, i) => {
    const style = getComputedStyle(originals[i]!);
    if (style.display === 'none' && element.tagName !== 'marker') {
      element.setAttribute('data-gone', '');
      return;
    }
    for (const name of PROPERTIES) {
      const value = style.getPropertyValue(name);
      if (value && name !== 'display')
        element.setAttribute(name === 'text-decoration-line' ? 'text-decoration' : name, value);
    }
    for (const name of [
      'class',
      'style',
      'tabindex',
      'role',
      'aria-label',
      'aria-roledescription',
      'data-key',
    ])
      element.removeAttribute(name);
  });
  for (const gone of copy.querySelectorAll('[data-gone]')) gone.remove();
  copy.querySelector('[data-plane]')?.removeAttribute('transform');
  copy.setAttribute('viewBox', `${box.x} ${box.y} ${box.width} ${box.height}`);
  copy.setAttribute('width', String(box.width));
  copy.setAttribute('height', String(box.height));
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  for (const [name, value] of Object.entries(box)) ground.setAttribute(name, String(value));
  ground.setAttribute('fill', getComputedStyle(document.body).backgroundColor);
  const heading = document.createElementNS('http://www.w3.org/2000/svg', 'title');
  heading.textContent = title;
  copy.prepend(heading, ground);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${validXml(new XMLSerializer().serializeToString(copy))}\n`;
}
