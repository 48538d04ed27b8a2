// The words of package.json in other languages. package.json names them by %key%; package.nls.json has the English,
// package.nls.LANGUAGE.json the translations. All are generated: what is written into package.json as a sentence
// gets a key, and the translations come from the catalogues in l10n/.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Catalogue } from '../server/src/words/say.ts';

/** Words by key. */
export type Words = Readonly<Record<string, string>>;

type Node = { [name: string]: unknown };

/** Where the words of a language are; without one, the English ones. */
export function wordsFile(language?: string): string {
  return fileURLToPath(new URL(`../package.nls${language ? `.${language}` : ''}.json`, import.meta.url));
}

/** The English words as they were generated last. */
export function englishWords(): Words {
  return existsSync(wordsFile()) ? (JSON.parse(readFileSync(wordsFile(), 'utf8')) as Words) : {};
}

/** The text of package.json with its words in English in the place of keys. */
export function inEnglish(text: string, words: Words = englishWords()): string {
  return text.replace(/"%([\w.-]+)%"/g, (whole, key: string) =>
    Object.hasOwn(words, key) ? JSON.stringify(words[key]) : whole,
  );
}

/** Names of contributions that are the same in each language. */
const NAMES: ReadonlySet<string> = new Set(['Sic et Non']);

/** Puts keys in the place of the words of contributions; returns the words. */
export function withKeys(contributes: Node): Words {
  const words: Record<string, string> = {};
  const key = (owner: Node, property: string, name: string): void => {
    const said = owner[property];
    if (typeof said !== 'string' || NAMES.has(said)) return;
    words[name] = said;
    owner[property] = `%${name}%`;
  };
  const each = (list: unknown, step: (node: Node) => void): void => {
    for (const node of (list ?? []) as Node[]) step(node);
  };
  const local = (id: unknown): string => String(id).replace(/^sicetnon[.-]/, '');
  each(contributes['commands'], (node) => key(node, 'title', `command.${local(node['command'])}`));
  each(contributes['configuration'], (section) => {
    key(section, 'title', `settings.${String(section['title']).toLowerCase()}`);
    for (const [id, setting] of Object.entries(section['properties'] as Record<string, Node>)) {
      key(setting, 'markdownDescription', `setting-${local(id)}`);
      const choices = setting['enumDescriptions'] as string[] | undefined;
      const values = setting['enum'] as string[];
      if (choices)
        setting['enumDescriptions'] = choices.map((said, at) => {
          words[`setting-rules.choice.${values[at]}`] = said;
          return `%setting-rules.choice.${values[at]}%`;
        });
    }
  });
  each(contributes['languages'], (node) => {
    const aliases = node['aliases'] as string[];
    words[`language.${String(node['id'])}`] = aliases[0]!;
    node['aliases'] = [`%language.${String(node['id'])}%`, ...aliases.slice(1)];
  });
  for (const views of Object.values(contributes['views'] as Record<string, Node[]>))
    each(views, (node) => {
      key(node, 'name', `view.${local(node['id'])}`);
      key(node, 'contextualTitle', `view.${local(node['id'])}.title`);
    });
  each(contributes['viewsWelcome'], (node) =>
    key(
      node,
      'contents',
      `welcome.${local(node['view'])}${String(node['when']).includes('FolderCount == 0') ? '.noFolder' : ''}`,
    ),
  );
  each(contributes['walkthroughs'], (node) => {
    const own = `walkthrough.${local(node['id'])}`;
    key(node, 'title', `${own}.title`);
    key(node, 'description', `${own}.description`);
    each(node['steps'], (step) => {
      key(step, 'title', `${own}.${String(step['id'])}.title`);
      key(step, 'description', `${own}.${String(step['id'])}.description`);
    });
  });
  each(contributes['semanticTokenTypes'], (node) => key(node, 'description', `token.${local(node['id'])}`));
  return words;
}

/** A rule as its setting describes it. */
export interface DescribedRule {
  readonly code: string;
  readonly severity: string;
  readonly title: string;
  readonly what: string;
  readonly why: string;
}

/** The message at the end of the description of a rule. */
export const BY_ITSELF = 'By itself: *{severity}*.';

/** The description of a rule's setting, in the words of a catalogue. */
export function ruleDescription({ severity, title, what, why }: DescribedRule, said: Catalogue = {}): string {
  const word = (message: string) => said[message] ?? message;
  return `**${word(title)}.** ${word(what)}\n\n${word(why)}\n\n${word(BY_ITSELF).replace('{severity}', severity)}`;
}

/** The key of the setting of a rule. */
export function ruleKey(code: string): string {
  return `setting-rules.${code}`;
}

/** The words in a language: rules as the catalogue of the server says them, all others from that of package.json. */
export function translatedWords(
  english: Words,
  rules: readonly DescribedRule[],
  ofTheServer: Catalogue,
  ofThePackage: Catalogue,
): Words {
  const ruled = new Map(rules.map((rule) => [ruleKey(rule.code), rule]));
  const said = { ...ofTheServer, ...ofThePackage };
  return Object.fromEntries(
    Object.entries(english).map(([name, message]) => {
      const rule = ruled.get(name);
      return [name, rule ? ruleDescription(rule, said) : (ofThePackage[message] ?? message)];
    }),
  );
}
