import { button, html } from './dom.ts';

/** The strip above a picture: what it is of, and what can be done with it. */
export interface Bar {
  readonly element: HTMLElement;
  /** Says what the picture is of. */
  title(subject: string): void;
  /** Says how much there is; read aloud when it changes. */
  count(words: string): void;
}

/** `name` says what kind of picture it is; `choose` is called to show something else; `tools` stand at the right. */
export function bar(name: string, choose: () => void, ...tools: readonly Node[]): Bar {
  const subject = button('', 'Show something else', choose);
  const count = html('span', { class: 'count', role: 'status' });
  const gap = html('span', { class: 'gap' });
  const element = html('header', { class: 'bar' }, html('h1', {}, name), subject, count, gap, ...tools);
  return {
    element,
    title: (words) => {
      subject.textContent = `${words} ▾`;
      subject.setAttribute('aria-label', `${name} of ${words}; show something else`);
    },
    count: (words) => {
      if (count.textContent !== words) count.textContent = words;
    },
  };
}

/** A button that stays pressed. */
export function toggle(words: string, title: string, changed: (pressed: boolean) => void): HTMLButtonElement {
  const made = button(words, title, () => {
    press(made, made.getAttribute('aria-pressed') !== 'true');
    changed(made.getAttribute('aria-pressed') === 'true');
  });
  press(made, false);
  return made;
}

/** Presses or releases a toggle without telling anybody. */
export function press(made: HTMLButtonElement, pressed: boolean): void {
  made.setAttribute('aria-pressed', String(pressed));
}

/** What stands in place of a picture of nothing. */
export function empty(words: string): HTMLElement {
  return html('p', { class: 'empty' }, words);
}
