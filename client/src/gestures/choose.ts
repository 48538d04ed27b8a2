import { CancellationTokenSource } from 'vscode';
import type { Choice, Choices, ChoiceSubject } from '../../../server/src/protocol/gestures.ts';
import type { Server } from '../server.ts';
import { changingPick, shownRows } from '../shown/choices.ts';
import type { Line, Row, ShownRow } from '../shown/choices.ts';
import { noAnswer, refuseChoice } from './mends.ts';
import type { Here } from './place.ts';

/** What is asked, and of what kind the answers are. */
export interface Question {
  readonly subject: ChoiceSubject;
  readonly title: string;
  readonly placeholder: string;
  /** The last choice: something that is not there yet; it may depend on what was typed. */
  readonly other?: string | ((typed: string) => string | undefined);
  /** What was chosen before, where that matters. */
  readonly of?: string;
}

/** What was chosen; `choice` is null for something that is not there yet. */
export interface Chosen {
  readonly choice: Choice | null;
  /** What was selected in the text, and what was typed. */
  readonly words: string;
  readonly typed: string;
}

/**
 * Lets the person choose from what the server knows; it is the server that sifts, so that the words typed may stand in
 * any order and in any of a thing’s names. Undefined when called off, or when there is nothing to be done here.
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
    if (choices) pick.items = itemsOf(choices, otherFor(other, typed.trim()));
  });
  pick.items = itemsOf(first, otherFor(other, ''));
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

function itemsOf({ items, more, refusal }: Choices, other: string | undefined): ShownRow<Choice | null>[] {
  const all: (Row<Choice | null> | Line)[] = [];
  let heading = '';
  for (const choice of items) {
    if (choice.heading !== heading) {
      heading = choice.heading;
      all.push({ line: heading });
    }
    const { label, description, detail } = choice;
    // The server has sifted already; the editor would look at each line by itself.
    all.push({ label, description, detail, alwaysShow: true, value: choice });
  }
  if (refusal !== null) all.push({ line: refusal });
  if (more) all.push({ line: 'There are more: type more words' });
  if (other !== undefined) {
    all.push({ line: '' });
    all.push({ label: other, icon: 'add', alwaysShow: true, value: null });
  }
  return shownRows(all);
}
