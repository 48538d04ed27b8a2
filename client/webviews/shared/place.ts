import type { Spot } from '../../../server/src/protocol/views.ts';
import { html } from './dom.ts';
import { say } from '../../../server/src/words/say.ts';

/** A link to a place in a text. */
export function place(words: string, spot: Spot, open: (spot: Spot) => void): HTMLAnchorElement {
  const link = html('a', { class: 'place', href: '#', title: say('Go to the text') }, words);
  link.addEventListener('click', (event) => {
    event.preventDefault();
    open(spot);
  });
  return link;
}
