import { CancellationTokenSource } from 'vscode';
import type { Disposable } from 'vscode';
import { AT_CURSOR } from '../../../server/src/protocol/gestures.ts';
import type { Choice, Choices, ChoiceSubject } from '../../../server/src/protocol/gestures.ts';
import type { Server } from '../server.ts';
import { changingPick, keepOrder, shownRows } from '../shown/choices.ts';
import type { Line, Row, ShownRow, Told } from '../shown/choices.ts';
import { beginBibliography, noAnswer, refuseChoice } from './mends.ts';
import type { Here } from './place.ts';
import { deferred, say } from '../../../server/src/words/say.ts';

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
  /** Whether selected words that are no claim yet count as one. */
  readonly marks?: boolean;
  /** What to do where there is nothing to choose from yet, and nothing was typed. */
  readonly none?: string;
  /** Which of the first choices needs no choosing. */
  readonly plain?: (items: readonly Choice[]) => Choice | undefined;
}

/** The result; `choice` is null for a new thing. */
export interface Chosen {
  readonly choice: Choice | null;
  /** The selected text, and what was typed. */
  readonly words: string;
  readonly typed: string;
  /** Whether it needed no choosing. */
  readonly isPlain?: true;
}

/**
 * Lets the user choose from the server's suggestions. The server filters, so that words may be in any order and match
 * any name. Undefined when cancelled, or when nothing can be done here.
 *
 * The list is shown before the server has answered, so that what is typed meanwhile does not go into the text; Enter
 * takes the first of what was typed, never of the rows that stood there before.
 */
export async function choose(server: Server, at: Here, question: Question): Promise<Chosen | undefined> {
  const { subject, title, placeholder, other, of, marks = false, none, plain } = question;
  const further = { ...(of === undefined ? {} : { of }), ...(marks ? { marks } : {}) };
  const pick = changingPick<Choice | null>(title, placeholder);
  keepOrder(pick);
  const listeners: Disposable[] = [];
  let latest = new CancellationTokenSource();
  const end = () => {
    for (const listener of listeners) listener.dispose();
    latest.cancel();
    latest.dispose();
    pick.dispose();
  };
  const hidden = new Promise<undefined>((resolve) => {
    listeners.push(pick.onDidHide(() => resolve(undefined)));
  });
  // The words that the rows answer to; Enter after others waits for theirs.
  let answered: string | null = null;
  let isHasty = false;
  let rows: readonly ShownRow<Choice | null>[] = [];
  let take: (item: ShownRow<Choice | null> | undefined) => void = () => undefined;
  listeners.push(
    pick.onDidAccept(() => {
      // The editor may not have told yet which of the new rows is the active one.
      const [active] = pick.activeItems;
      const row = active && rows.includes(active) ? active : rows.find(({ value }) => value);
      if (pick.value === answered) take(row);
      else isHasty = pick.value.trim() !== '';
    }),
  );
  pick.busy = true;
  pick.show();
  try {
    const ask = (filter: string, source?: CancellationTokenSource) =>
      server.ask('gestureChoices', { ...at.place, subject, filter, ...further }, source?.token);
    const first = await Promise.race([hidden, ask('')]);
    if (first === undefined) return undefined;
    if (!first || first.refusal !== null) {
      end();
      if (!first) noAnswer();
      else if (first.missing) await beginBibliography(title);
      else refuseChoice(first.refusal!, subject);
      return undefined;
    }
    const only = plain?.(first.items);
    if (only) return { choice: only, words: first.words, typed: pick.value.trim(), isPlain: true };
    const isBare = first.items.length === 0;
    const show = (choices: Choices, typed: string) => {
      pick.busy = false;
      const untyped = typed.trim() === '';
      // Of nothing at all nothing is called otherwise.
      const empty = untyped ? none : none !== undefined && isBare ? undefined : say(NOTHING);
      rows = itemsOf(choices, otherFor(other, typed.trim()), untyped, empty);
      pick.items = rows;
      answered = typed;
      const first = rows.find(({ value }) => value !== undefined);
      // Something new is not begun unseen.
      if (isHasty && first?.value) take(first);
      isHasty = false;
    };
    const narrow = async (typed: string): Promise<void> => {
      latest.cancel();
      latest.dispose();
      const own = (latest = new CancellationTokenSource());
      pick.busy = true;
      const choices = await ask(typed, own);
      if (own !== latest) return;
      pick.busy = false;
      if (choices) show(choices, typed);
    };
    listeners.push(
      pick.onDidChangeValue((typed) => {
        isHasty = false;
        return narrow(typed);
      }),
    );
    const accepted = new Promise<Chosen>((resolve) => {
      take = (item) => {
        if (item?.value === undefined) return;
        resolve({ choice: item.value, words: first.words, typed: pick.value.trim() });
      };
    });
    // Something may have been typed meanwhile.
    if (pick.value === '') show(first, '');
    else await narrow(pick.value);
    return await Promise.race([hidden, accepted]);
  } finally {
    end();
  }
}

function otherFor(other: Question['other'], typed: string): string | undefined {
  return typeof other === 'function' ? other(typed) : other;
}

/**
 * The rows; `none` is said where there are no choices. If nothing was typed (`untyped`), the server's comparison with the
 * selected words says whether a new thing comes first.
 */
function itemsOf(
  { items, more, refusal, unheardOf }: Choices,
  other: string | undefined,
  untyped: boolean,
  none: string | undefined,
): ShownRow<Choice | null>[] {
  const fresh: Row<Choice | null>[] =
    other === undefined ? [] : [{ label: other, icon: 'add', alwaysShow: true, value: null }];
  const comesFirst = untyped && unheardOf;
  const all: (Row<Choice | null> | Line | Told)[] = comesFirst ? [...fresh] : [];
  let heading = '';
  for (const choice of items) {
    if (choice.heading !== heading) {
      heading = choice.heading;
      all.push({ line: heading === AT_CURSOR ? say(AT_CURSOR) : heading });
    }
    const { label, description, detail } = choice;
    // Shown always: VS Code would otherwise filter again by line.
    all.push({ label, description, detail, alwaysShow: true, value: choice });
  }
  const told = refusal ?? (more ? say(MORE) : items.length === 0 ? (none ?? null) : null);
  if (!comesFirst && fresh.length > 0) all.push(...(items.length > 0 ? [{ line: '' }] : []), ...fresh);
  // A row, since the editor draws no line below the last one; it cannot be chosen.
  if (told !== null) all.push({ label: told, icon: 'info', alwaysShow: true });
  return shownRows(all);
}

const MORE = deferred('There are more: type more words');
const NOTHING = deferred('Nothing here is called so: type fewer words, or others');
