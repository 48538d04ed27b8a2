import { CancellationTokenSource } from 'vscode';
import type { Choice, Choices, ChoiceSubject } from '../../../server/src/protocol/gestures.ts';
import type { Server } from '../server.ts';
import { changingPick, shownRows } from '../shown/choices.ts';
import type { Line, Row, ShownRow } from '../shown/choices.ts';
import { beginBibliography, noAnswer, refuseChoice } from './mends.ts';
import type { Here } from './place.ts';

/** A question and the kind of its answers. */
export interface Question {
  readonly subject: ChoiceSubject;
  readonly title: string;
  readonly placeholder: string;
  /**
   * Something that is not there yet: the last choice, or the first where nothing else is likely. It may depend on what was
   * typed.
   */
  readonly other?: string | ((typed: string) => string | undefined);
  /** The previous choice, where it matters. */
  readonly of?: string;
}

/** The result; `choice` is null for a new thing. */
export interface Chosen {
  readonly choice: Choice | null;
  /** The selected text, and what was typed. */
  readonly words: string;
  readonly typed: string;
}

/**
 * Lets the user choose from the server's suggestions. The server filters, so that words may be in any order and match
 * any name. Undefined when cancelled, or when nothing can be done here.
 */
export async function choose(
  server: Server,
  { place }: Here,
  question: Question,
): Promise<Chosen | undefined> {
  const { subject, title, placeholder, other, of } = question;
  const further = of === undefined ? {} : { of };
  const ask = (filter: string, source?: CancellationTokenSource) =>
    server.ask('gestureChoices', { ...place, subject, filter, ...further }, source?.token);
  const first = await ask('');
  if (!first) return void noAnswer();
  if (first.missing) return void beginBibliography(title);
  if (first.refusal !== null) return void refuseChoice(first.refusal, subject);
  const pick = changingPick<Choice | null>(title, placeholder);
  let latest = new CancellationTokenSource();
  const listener = pick.onDidChangeValue(async (typed) => {
    latest.cancel();
    latest.dispose();
    const own = (latest = new CancellationTokenSource());
    pick.busy = true;
    const choices = await ask(typed, own);
    if (own !== latest) return;
    pick.busy = false;
    if (choices) pick.items = itemsOf(choices, otherFor(other, typed.trim()), typed.trim() === '');
  });
  pick.items = itemsOf(first, otherFor(other, ''), true);
  try {
    return await new Promise<Chosen | undefined>((resolve) => {
      pick.onDidAccept(() => {
        const [item] = pick.activeItems;
        if (item?.value === undefined) return;
        resolve({ choice: item.value, words: first.words, typed: pick.value.trim() });
      });
      pick.onDidHide(() => resolve(undefined));
      pick.show();
    });
  } finally {
    listener.dispose();
    latest.cancel();
    latest.dispose();
    pick.dispose();
  }
}

function otherFor(other: Question['other'], typed: string): string | undefined {
  return typeof other === 'function' ? other(typed) : other;
}

/** The rows. If nothing was typed (`untyped`), the server's comparison with the selected words says whether a new thing comes first. */
function itemsOf(
  { items, more, refusal, unheardOf }: Choices,
  other: string | undefined,
  untyped: boolean,
): ShownRow<Choice | null>[] {
  const fresh: Row<Choice | null>[] =
    other === undefined ? [] : [{ label: other, icon: 'add', alwaysShow: true, value: null }];
  const comesFirst = untyped && unheardOf;
  const all: (Row<Choice | null> | Line)[] = comesFirst ? [...fresh] : [];
  let heading = '';
  for (const choice of items) {
    if (choice.heading !== heading) {
      heading = choice.heading;
      all.push({ line: heading });
    }
    const { label, description, detail } = choice;
    // Shown always: VS Code would otherwise filter again by line.
    all.push({ label, description, detail, alwaysShow: true, value: choice });
  }
  if (refusal !== null) all.push({ line: refusal });
  if (more) all.push({ line: 'There are more: type more words' });
  if (!comesFirst && fresh.length > 0) all.push(...(items.length > 0 ? [{ line: '' }] : []), ...fresh);
  return shownRows(all);
}
