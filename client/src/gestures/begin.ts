/** Gestures that create something missing: the first work, the first property, the first source. */
import type { DeclaredType } from '../../../server/src/protocol/gestures.ts';
import type { Server } from '../server.ts';
import { pick } from '../shown/choices.ts';
import { askWords } from '../shown/messages.ts';
import { choose } from './choose.ts';
import { make } from './make.ts';
import { here } from './place.ts';

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

const KINDS = [
  ['book', 'Book', 'Publisher'],
  ['article-journal', 'Article in a Journal', 'Journal'],
  ['chapter', 'Chapter in a Book', 'Title of the book'],
  ['thesis', 'Thesis', 'University'],
  ['report', 'Report', 'Who published it'],
  ['manuscript', 'Manuscript, Letter, Record', 'Archive and shelf mark'],
  ['webpage', 'Page of the Web', 'Title of the site'],
] as const;

/** Adds a work from a form, without network access, and cites it. */
export async function newWork(server: Server, given?: GivenBeginning): Promise<void> {
  const at = here();
  if (!at) return;
  if (given?.form) return void (await make(server, at, { kind: 'newWork', ...given.form }));
  const asked = await server.ask('gestureChoices', { ...at.place, subject: 'newWork', filter: '' });
  const title = asked?.words ? `New Work “${asked.words}”` : 'New Work';
  const type = await pick(
    KINDS.map(([value, label]) => ({ label, value })),
    title,
  );
  if (type === undefined) return;
  const ask = (prompt: string, placeHolder: string) => askWords({ title, prompt, placeHolder });
  const authors = await ask(
    'Who wrote it? Leave it empty where nobody is named.',
    'Hallam, Ruth; Osei, Kwame',
  );
  if (authors === undefined) return;
  const name = await ask('What is its title?', 'Bread and Tides');
  if (name === undefined) return;
  const year = await ask('From which year?', '1987');
  if (year === undefined) return;
  const where = KINDS.find(([value]) => value === type)![2];
  const container = await ask(`${where}? May be left empty.`, '');
  if (container === undefined) return;
  await make(server, at, { kind: 'newWork', type, authors, title: name, year, container });
}

const TYPES: readonly {
  readonly label: string;
  readonly description: string;
  readonly value: DeclaredType;
}[] = [
  { label: 'Yes or no', description: 'trusted = no', value: 'boolean' },
  { label: 'One of several', description: 'registered-as = enterprise', value: 'choice' },
  { label: 'A number', description: 'members = 82', value: 'quantity' },
  { label: 'A date', description: 'founded = 1996', value: 'date' },
  { label: 'Words', description: 'never at odds with others', value: 'text' },
];

/** Declares the property at the cursor, or another, in the project file. */
export async function declareProperty(server: Server, given?: GivenBeginning): Promise<void> {
  const at = here();
  if (!at) return;
  if (given?.property) return void (await make(server, at, { kind: 'declareProperty', ...given.property }));
  const asked = await server.ask('gestureChoices', { ...at.place, subject: 'newProperty', filter: '' });
  const name =
    asked?.words ||
    (await askWords({ title: 'Declare a Property', prompt: 'What is it called?', placeHolder: 'members' }));
  if (!name) return;
  const title = `Declare “${name}”`;
  const type = await pick(TYPES, title);
  if (type === undefined) return;
  const of =
    type === 'choice'
      ? await askWords({ title, prompt: 'Which values can it have? Part them by commas.', placeHolder: 'association, enterprise, none' }) // prettier-ignore
      : '';
  const unit =
    type === 'quantity'
      ? await askWords({
          title,
          prompt: 'Counted in what? Leave it empty for a bare number.',
          placeHolder: 'person',
        })
      : '';
  if (of === undefined || unit === undefined) return;
  await make(server, at, {
    kind: 'declareProperty',
    name,
    type,
    ...(of ? { of: of.split(/\s*[,;]\s*/) } : {}),
    ...(unit ? { unit } : {}),
  });
}

/** Declares that the current file is the text of a work. */
export async function sourceOf(server: Server, given?: GivenBeginning): Promise<void> {
  const at = here();
  if (!at) return;
  if (given?.work) return void (await make(server, at, { kind: 'sourceOf', work: given.work }));
  const chosen = await choose(server, at, {
    subject: 'textOf',
    title: 'This File Is the Text of…',
    placeholder: 'Of which work? Type an author, a year, words of the title.',
  });
  if (chosen?.choice) await make(server, at, { kind: 'sourceOf', work: chosen.choice.value });
}
