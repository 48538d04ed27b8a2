/** Gestures that create something missing: the first work, the first property, the first source. */
import type { ChoiceSubject, DeclaredType } from '../../../server/src/protocol/gestures.ts';
import type { Server } from '../server.ts';
import { pick } from '../shown/choices.ts';
import { askWords } from '../shown/messages.ts';
import { choose } from './choose.ts';
import { make } from './make.ts';
import { here } from './place.ts';
import type { Here } from './place.ts';
import { deferred, say } from '../../../server/src/words/say.ts';

/** Arguments of the commands in place of questions. */
export interface GivenBeginning {
  readonly work?: string;
  readonly form?: {
    type: string;
    authors: string;
    title: string;
    year: string;
    container?: string;
    key?: string;
  };
  readonly property?: { name: string; type: DeclaredType; of?: readonly string[]; unit?: string };
}

/** Kinds of works, with the question where they appeared or lie. */
const KINDS = [
  ['book', deferred('Book'), deferred('Publisher? May be left empty.')],
  ['article-journal', deferred('Article in a Journal'), deferred('Journal? May be left empty.')],
  ['chapter', deferred('Chapter in a Book'), deferred('Title of the book? May be left empty.')],
  ['thesis', deferred('Thesis'), deferred('University? May be left empty.')],
  ['report', deferred('Report'), deferred('Who published it? May be left empty.')],
  [
    'manuscript',
    deferred('Manuscript, Letter, Record'),
    deferred('Archive and shelf mark? May be left empty.'),
  ],
  ['webpage', deferred('Page of the Web'), deferred('Title of the site? May be left empty.')],
] as const;

/** Adds a work from a form, without network access, and cites it. */
export async function newWork(server: Server, given?: GivenBeginning): Promise<void> {
  const at = here();
  if (!at) return;
  if (given?.form) return void (await make(server, at, { kind: 'newWork', ...given.form }));
  const asked = wordsAt(server, at, 'newWork');
  const titled = asked.then((words) => (words ? say('New Work “{words}”', { words }) : say('New Work')));
  const kinds = KINDS.map(([value, label]) => ({ label: say(label), value }));
  const type = await pick(kinds, say('New Work'), { retitle: titled });
  if (type === undefined) return;
  const title = await titled;
  const ask = (prompt: string, placeHolder: string) => askWords({ title, prompt, placeHolder });
  const authors = await ask(
    say('Who wrote it? Leave it empty where nobody is named.'),
    'Hallam, Ruth; Osei, Kwame',
  );
  if (authors === undefined) return;
  const name = await ask(say('What is its title?'), 'Bread and Tides');
  if (name === undefined) return;
  const year = await ask(say('From which year?'), '1987');
  if (year === undefined) return;
  const where = KINDS.find(([value]) => value === type)![2];
  const container = await ask(say(where), '');
  if (container === undefined) return;
  await make(server, at, { kind: 'newWork', type, authors, title: name, year, container });
}

const TYPES: readonly {
  readonly label: string;
  readonly description: string;
  readonly value: DeclaredType;
}[] = [
  { label: deferred('Yes or no'), description: 'trusted = no', value: 'boolean' },
  { label: deferred('One of several'), description: 'registered-as = enterprise', value: 'choice' },
  { label: deferred('A number'), description: 'members = 82', value: 'quantity' },
  { label: deferred('A date'), description: 'founded = 1996', value: 'date' },
  { label: deferred('Words'), description: deferred('never at odds with others'), value: 'text' },
];

/** Declares the property at the cursor, or another, in the project file. */
export async function declareProperty(server: Server, given?: GivenBeginning): Promise<void> {
  const at = here();
  if (!at) return;
  if (given?.property) return void (await make(server, at, { kind: 'declareProperty', ...given.property }));
  const asked = wordsAt(server, at, 'newProperty');
  const titled = asked.then((words) => (words ? say('Declare “{name}”', { name: words }) : null));
  const types = TYPES.map(({ label, description, value }) => ({
    label: say(label),
    description: say(description),
    value,
  }));
  // The kind first, since that can be asked before the server has said what is at the cursor.
  const type = await pick(types, say('Declare a Property'), { retitle: titled });
  if (type === undefined) return;
  const name =
    (await asked) ||
    (await askWords({
      title: say('Declare a Property'),
      prompt: say('What is it called?'),
      placeHolder: 'members',
    }));
  if (!name) return;
  const title = say('Declare “{name}”', { name });
  const of =
    type === 'choice'
      ? await askWords({ title, prompt: say('Which values can it have? Part them by commas.'), placeHolder: 'association, enterprise, none' }) // prettier-ignore
      : '';
  const unit =
    type === 'quantity'
      ? await askWords({
          title,
          prompt: say('Counted in what? Leave it empty for a bare number.'),
          placeHolder: 'person',
        })
      : '';
  if (of === undefined || unit === undefined) return;
  await make(server, at, {
    kind: 'declareProperty',
    name,
    type,
    ...(of ? { of: of.split(/\s*[,;，；、]\s*/).filter(Boolean) } : {}),
    ...(unit ? { unit } : {}),
  });
}

/** The words at the cursor that a new thing would be called by; empty for none. */
async function wordsAt(server: Server, { place }: Here, subject: ChoiceSubject): Promise<string> {
  return (await server.ask('gestureChoices', { ...place, subject, filter: '' }))?.words ?? '';
}

/** Declares that the current file is the text of a work. */
export async function sourceOf(server: Server, given?: GivenBeginning): Promise<void> {
  const at = here();
  if (!at) return;
  if (given?.work) return void (await make(server, at, { kind: 'sourceOf', work: given.work }));
  const chosen = await choose(server, at, {
    subject: 'textOf',
    title: say('This File Is the Text of…'),
    placeholder: say('Of which work? Type an author, a year, words of the title.'),
  });
  if (chosen?.choice) await make(server, at, { kind: 'sourceOf', work: chosen.choice.value });
}
