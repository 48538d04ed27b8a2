import type { Spot } from '../../../server/src/protocol/views.ts';
import { html } from './dom.ts';

/** A link to a place in a text. */
export function place(words: string, spot: Spot, open: (spot: Spot) => void): HTMLAnchorElement {
  const link = html('a', { class: 'place', href: '#', title: 'Go to the text' }, words);
  link.addEventListener('click', (event) => {
    event.preventDefault();
    open(spot);
  });
  return link;
}
