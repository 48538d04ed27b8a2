import { CancellationTokenSource, QuickPickItemKind, window } from 'vscode';
import type { QuickPickItem } from 'vscode';
import type { Choice, Choices, ChoiceSubject } from '../../../server/src/features/gestures/model.ts';
import type { Server } from '../server.ts';
import { tell } from './make.ts';
import type { Here } from './place.ts';

/** What is asked, and of what kind the answers are. */
export interface Question {
  readonly subject: ChoiceSubject;
  readonly title: string;
  readonly placeholder: string;
  /** The last choice: something that is not there yet. */
  readonly other?: string;
}

/** What was chosen; `choice` is null for something that is not there yet. */
export interface Chosen {
  readonly choice: Choice | null;
  /** What was selected in the text, and what was typed. */
  readonly words: string;
  readonly typed: string;
}

interface Item extends QuickPickItem {
  readonly choice?: Choice | null;
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
  const { subject, title, placeholder, other } = question;
  const ask = (filter: string, source?: CancellationTokenSource) =>
    server.ask('gestureChoices', { ...place, subject, filter }, source?.token);
  const first = await ask('');
  if (!first) return void tell('The language server does not answer: restart it from the palette.');
  if (first.refusal !== null) return void tell(first.refusal);
  const pick = window.createQuickPick<Item>();
  let latest = new CancellationTokenSource();
  const listener = pick.onDidChangeValue(async (typed) => {
    latest.cancel();
    latest.dispose();
    const own = (latest = new CancellationTokenSource());
    pick.busy = true;
    const choices = await ask(typed, own);
    if (own !== latest) return;
    pick.busy = false;
    if (choices) pick.items = itemsOf(choices, other);
  });
  pick.title = title;
  pick.placeholder = placeholder;
  pick.items = itemsOf(first, other);
  try {
    return await new Promise<Chosen | undefined>((resolve) => {
      pick.onDidAccept(() => {
        const [item] = pick.activeItems;
        if (item?.choice === undefined) return;
        resolve({ choice: item.choice, words: first.words, typed: pick.value.trim() });
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

function itemsOf({ items, more }: Choices, other: string | undefined): Item[] {
  const all: Item[] = [];
  let heading = '';
  for (const choice of items) {
    if (choice.heading !== heading) {
      heading = choice.heading;
      all.push({ label: heading, kind: QuickPickItemKind.Separator });
    }
    const { label, description, detail } = choice;
    // The server has sifted already; the editor would look at each line by itself.
    all.push({ label, description, ...(detail ? { detail } : {}), alwaysShow: true, choice });
  }
  if (more) all.push({ label: 'There are more: type more words', kind: QuickPickItemKind.Separator });
  if (other !== undefined) {
    all.push({ label: '', kind: QuickPickItemKind.Separator });
    all.push({ label: `$(add) ${other}`, alwaysShow: true, choice: null });
  }
  return all;
}
