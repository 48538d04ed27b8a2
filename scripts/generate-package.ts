// Generates parts of package.json from the code: settings, token types, pictures.
// npm run generate
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { TOKEN_TYPES, type TokenType } from '../server/src/features/semantic-tokens.ts';
import { HIGHEST_LIMIT, USUAL_LIMIT } from '../server/src/workspace/file-limit.ts';
import { productId, productName } from '../server/src/protocol/names.ts';
import { pictureKinds, pictureRow, showCommand, type PictureKind } from '../server/src/protocol/pictures.ts';
import { allRules } from '../server/src/rules/all.ts';
import type { Rule } from '../server/src/checking/rule.ts';
import { translated } from '../server/src/words/languages.ts';
import { catalogueOf, type TranslatedLanguage } from './messages/catalogues.ts';
import {
  inEnglish,
  ruleDescription,
  translatedWords,
  withKeys,
  wordsFile,
  type Words,
} from './package-words.ts';

/** The path of package.json. */
export const packageFile = fileURLToPath(new URL('../package.json', import.meta.url));

/** The severities in settings, with their descriptions. */
const choices = new Map([
  ['default', 'As the project file says, or else as the rule itself has it'],
  ['off', 'Not reported'],
  ['hint', 'A few dots under the words'],
  ['information', 'Information in the Problems panel'],
  ['warning', 'A warning in the Problems panel'],
  ['error', 'An error in the Problems panel'],
]);

/** The settings of the rules, for `contributes.configuration`. */
export function ruleSettings(
  rules: readonly Pick<Rule, 'code' | 'severity' | 'title' | 'what' | 'why'>[],
): object {
  const properties = rules.map(({ code, severity, title, what, why }, order): [string, object] => [
    `${productId}.rules.${code}`,
    {
      type: 'string',
      scope: 'resource',
      order,
      default: 'default',
      enum: [...choices.keys()],
      enumDescriptions: [...choices.values()],
      markdownDescription: ruleDescription({ code, severity, title, what, why }),
    },
  ]);
  return { title: 'Rules', order: 2, properties: Object.fromEntries(properties) };
}

/** The settings of reading aids, for `contributes.configuration`. */
function readingSettings(): object {
  const choice = (order: number, otherwise: boolean, markdownDescription: string) => ({
    type: 'boolean',
    scope: 'resource',
    order,
    default: otherwise,
    markdownDescription,
  });
  return {
    title: 'Reading',
    order: 1,
    properties: {
      [`${productId}.codeLens.claims`]: choice(
        0,
        true,
        'Shows above a claim how many others support and contradict it, and whether that is settled.',
      ),
      [`${productId}.inlayHints.shortTitles`]: choice(
        1,
        false,
        'Shows after *Ibid.*, *op. cit.* and the like the work that they stand for.',
      ),
      [`${productId}.inlayHints.noteNumbers`]: choice(
        2,
        false,
        'Shows after the marker of a note the number that the note will be printed with.',
      ),
      [`${productId}.inlayHints.asserters`]: choice(
        3,
        true,
        'Shows after a claim that you make on a work, and that names nobody under `by`, that it is yours: “the writer, on Osei (2003)”.',
      ),
      [`${productId}.findBibliographies`]: {
        type: 'boolean',
        scope: 'window',
        order: 4,
        default: true,
        markdownDescription:
          'Takes a bibliography that lies beside a text or at the root of the folder (`.bib`, CSL-JSON, CSL-YAML, RIS) for that of the text, where neither its front matter nor a project file names one.',
      },
      [`${productId}.allowedFolders`]: {
        type: 'array',
        scope: 'machine',
        order: 4,
        default: [],
        items: { type: 'string' },
        markdownDescription:
          'Folders outside of the workspace from which files may be read that texts name, such as that of a bibliography of your own. Absolute paths; `~` stands for your home. Only trusted workspaces read there.',
      },
      [`${productId}.library`]: {
        type: 'string',
        scope: 'machine',
        order: 5,
        default: '',
        markdownDescription:
          'A library of your own, such as the file that Zotero keeps up to date: an absolute path; `~` stands for your home. It is always offered when you cite, and citations are looked up in it where a text names no bibliography. *Choose My Library…* fills this in.',
      },
      [`${productId}.linkedFiles`]: {
        type: 'string',
        scope: 'machine',
        order: 5,
        default: '',
        markdownDescription:
          'The base folder of files that your Zotero links to (*Settings → Advanced → Linked Attachment Base Directory*): an absolute path; `~` stands for your home. Bibliographies name these files by `attachments:`. Files in this folder may be read.',
      },
      [`${productId}.maxFileSize`]: {
        type: 'number',
        scope: 'window',
        order: 6,
        default: USUAL_LIMIT,
        exclusiveMinimum: 0,
        maximum: HIGHEST_LIMIT,
        markdownDescription:
          'Larger texts, bibliographies, registers and styles are not read, in megabytes: what is read of a text takes many times its own room.',
      },
    },
  };
}

/** Settings that an untrusted workspace may not change. */
const restrictedSettings = [
  'maxFileSize',
  'allowedFolders',
  'library',
  'linkedFiles',
  'findBibliographies',
].map((name) => `${productId}.${name}`);

/** The description of each token type, and its TextMate scopes, so that themes colour both alike. */
const names: Readonly<Record<TokenType, readonly [description: string, ...scopes: string[]]>> = {
  citekey: ['The key of a work', 'entity.name.type.citekey.sicetnon', 'constant.numeric.work.sicetnon'],
  note: ['The label of a note', 'keyword.control.note.sicetnon'],
  claim: ['The name of a claim', 'entity.name.function.id.sicetnon', 'keyword.other.reference.sicetnon'],
  actor: ['The id of an actor', 'entity.name.type.name.sicetnon', 'constant.numeric.work.sicetnon'],
  property: [
    'A property that a claim states',
    'variable.other.property.sicetnon',
    'keyword.other.reference.sicetnon',
  ],
  attribute: ['The name of an attribute', 'entity.other.attribute-name.key.sicetnon'],
  value: ['The value of an attribute', 'string.quoted.double.value.sicetnon'],
  placeholder: ['A source still to be found', 'invalid.unresolved.placeholder.sicetnon'],
};

/** The token types, for `contributes`. */
function tokenTypes(): { semanticTokenTypes: object; semanticTokenScopes: object } {
  return {
    semanticTokenTypes: TOKEN_TYPES.map((type) => ({
      id: `${productId}-${type}`,
      description: names[type][0],
    })),
    semanticTokenScopes: [
      {
        scopes: Object.fromEntries(TOKEN_TYPES.map((type) => [`${productId}-${type}`, names[type].slice(1)])),
      },
    ],
  };
}

/** The parts of package.json that pictures write to. */
interface Contributed {
  commands: { command: string }[];
  menus: Record<'view/title' | 'view/item/context', { command: string; group?: string }[]>;
}

/** The menu group of pictures. */
const MENU = '2_pictures@';

/** Adds each picture of the table: its tab, its command, and its menus. */
function addPictures(contributes: Contributed): void {
  // Removes pictures that are no longer in the table.
  const before = contributes.menus['view/item/context'].filter(({ group }) => group?.startsWith(MENU));
  const ours = new Set([...pictureKinds.map(commandOf), ...before.map(({ command }) => command)]);
  const replace = (list: { command: string }[], made: { command: string }[]) => {
    const at = list.findIndex(({ command }) => ours.has(command));
    const others = list.filter(({ command }) => !ours.has(command));
    others.splice(at < 0 ? others.length : at, 0, ...made);
    list.splice(0, list.length, ...others);
  };
  const rows = pictureKinds.map((kind) => ({ command: commandOf(kind), ...pictureRow(kind) }));
  replace(
    contributes.commands,
    rows.map(({ command, title, asks, icon }) => ({
      command,
      category: productName,
      title: `Show ${title}${asks === 'actor' ? ' of an Actor' : ''}`,
      icon: `$(${icon})`,
    })),
  );
  const place = { scope: 0, actor: 0 };
  replace(
    contributes.menus['view/title'],
    rows.map(({ command, asks }) => ({
      command,
      when: `view == ${productId}.${asks === 'scope' ? 'claims' : 'actors'}`,
      group: `navigation@${++place[asks]}`,
    })),
  );
  replace(
    contributes.menus['view/item/context'],
    rows.map(({ command, asks }, order) => ({
      command,
      when: `view =~ /^${productId}\\.(claims|actors)$/ && viewItem =~ /^(claim(\\.nameless)?(\\.contested)?|claimGroup\\.${asks === 'scope' ? '(file|actor)' : 'actor'}|actor)$/`,
      group: `${MENU}${order + 1}`,
    })),
  );
}

function commandOf(kind: PictureKind): string {
  return `${productId}.${showCommand(kind)}`;
}

/** The activation events, with the restoring of each picture. */
function withPictures(events: readonly string[]): string[] {
  const restored = `onWebviewPanel:${productId}.`;
  const others = events.filter((event) => !event.startsWith(restored));
  return [...others, ...pictureKinds.map((kind) => `${restored}${kind}`)];
}

/** package.json with the generated parts, and its words by language; the rest is unchanged. */
export function generatePackage(text: string): { readonly text: string; readonly english: Words } {
  const description = JSON.parse(inEnglish(text)) as {
    activationEvents: string[];
    capabilities: { untrustedWorkspaces: Record<string, unknown> };
    contributes: Record<string, unknown> & Contributed;
  };
  description.capabilities.untrustedWorkspaces.restrictedConfigurations = restrictedSettings;
  description.activationEvents = withPictures(description.activationEvents);
  addPictures(description.contributes);
  description.contributes.configuration = [readingSettings(), ruleSettings(allRules)];
  Object.assign(description.contributes, tokenTypes());
  const english = withKeys(description.contributes);
  return { text: `${JSON.stringify(description, null, 2)}\n`, english };
}

/** The words of package.json in another language. */
export function generateWords(english: Words, language: TranslatedLanguage): Words {
  return translatedWords(
    english,
    allRules,
    catalogueOf('server', language),
    catalogueOf('package', language),
  );
}

if (process.argv[1] && fileURLToPath(import.meta.url) === path.resolve(process.argv[1])) {
  const { text, english } = generatePackage(readFileSync(packageFile, 'utf8'));
  const write = (file: string, words: Words) => writeFileSync(file, `${JSON.stringify(words, null, 2)}\n`);
  writeFileSync(packageFile, text);
  write(wordsFile(), english);
  for (const language of translated) write(wordsFile(language), generateWords(english, language));
}
