import { button, html } from './dom.ts';
import { say } from '../../../server/src/words/say.ts';

/** The toolbar above a picture. */
export interface Bar {
  readonly element: HTMLElement;
  /** Sets the subject. */
  title(subject: string): void;
  /** Sets the count; read aloud when it changes. */
  count(words: string): void;
}

/**
 * `name` is the kind of picture, `full` the message that names it with its `{subject}`; `choose` is called to show
 * something else; `tools` are at the right.
 */
export function bar(name: string, full: string, choose: () => void, ...tools: readonly Node[]): Bar {
  const subject = button('', say('Show something else'), choose);
  const count = html('span', { class: 'count', role: 'status' });
  const gap = html('span', { class: 'gap' });
  const element = html('header', { class: 'bar' }, html('h1', {}, name), subject, count, gap, ...tools);
  return {
    element,
    title: (words) => {
      subject.textContent = `${words} ▾`;
      subject.setAttribute('aria-label', say(full, { subject: words }));
    },
    count: (words) => {
      if (count.textContent !== words) count.textContent = words;
    },
  };
}

/** A toggle button. */
export function toggle(words: string, title: string, changed: (pressed: boolean) => void): HTMLButtonElement {
  const made = button(words, title, () => {
    press(made, made.getAttribute('aria-pressed') !== 'true');
    changed(made.getAttribute('aria-pressed') === 'true');
  });
  press(made, false);
  return made;
}

/** Sets a toggle's state without calling its handler. */
export function press(made: HTMLButtonElement, pressed: boolean): void {
  made.setAttribute('aria-pressed', String(pressed));
}

/** The placeholder for an empty picture. */
export function empty(words: string): HTMLElement {
  return html('p', { class: 'empty' }, words);
}
