/** VS Code's tokenizer, Markdown grammar and themes, with our injected grammars. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import path from 'node:path';
import vm from 'node:vm';
import { fileURLToPath } from 'node:url';
import type * as Oniguruma from 'vscode-oniguruma';
import type * as Textmate from 'vscode-textmate';
import type { IGrammar, IRawTheme, Registry } from 'vscode-textmate';
import { skip } from './skip.ts';

// Both are CommonJS in a wrapper whose names an import cannot see.
const require = createRequire(import.meta.url);
const oniguruma = require('vscode-oniguruma') as typeof Oniguruma;
const textmate = require('vscode-textmate') as typeof Textmate;
const root = fileURLToPath(new URL('../..', import.meta.url));

interface GrammarContribution {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo?: readonly string[];
}

/** The folder of VS Code's built-in extensions; skips the test with a reason where it is absent. */
export function shippedExtensions(context: Mocha.Context): string {
  const cache = process.env['SICETNON_CACHE'] ?? path.join(homedir(), '.cache', 'sicetnon');
  const servers = existsSync(cache)
    ? readdirSync(cache).filter((name) => name.startsWith('vscode-server-'))
    : [];
  for (const server of servers) {
    const extensions = path.join(cache, server, 'vscode', 'extensions');
    if (existsSync(path.join(extensions, 'markdown-basics', 'package.json'))) return extensions;
  }
  return skip(context, 'no VS Code is here to take the Markdown grammar from; run scripts/vscode-server.js');
}

/** The grammars in package.json, in their order, which decides between equals. */
export function contributedGrammars(): readonly GrammarContribution[] {
  return contributionsOf(root);
}

function contributionsOf(folder: string): readonly GrammarContribution[] {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
    contributes?: { grammars?: GrammarContribution[] };
  };
  return manifest.contributes?.grammars ?? [];
}

/**
 * A registry with VS Code's grammars and ours, as the editor combines them. Quarto and R Markdown, from other
 * extensions, are replaced by Markdown under their scopes.
 */
export async function registryWith(extensions: string): Promise<Registry> {
  await oniguruma.loadWASM(readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm')));
  const files = new Map<string, string>();
  for (const folder of [...readdirSync(extensions).map((name) => path.join(extensions, name)), root]) {
    if (!existsSync(path.join(folder, 'package.json'))) continue;
    for (const grammar of contributionsOf(folder))
      files.set(grammar.scopeName, path.join(folder, grammar.path));
  }
  return new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources: string[]) => new oniguruma.OnigScanner(sources),
      createOnigString: (text: string) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scopeName) => {
      const file = files.get(scopeName);
      if (file === undefined && /^text\.html\.(?:quarto|rmarkdown)$/.test(scopeName))
        return { scopeName, patterns: [{ include: 'text.html.markdown' }], repository: {} as never };
      return file === undefined ? null : textmate.parseRawGrammar(readFileSync(file, 'utf8'), file);
    },
    getInjections: (scopeName) =>
      contributedGrammars()
        .filter(({ injectTo }) => injectTo?.includes(scopeName))
        .map((grammar) => grammar.scopeName),
  });
}

/** A token with its range and scopes, outermost first. */
export interface Scoped {
  readonly from: number;
  readonly to: number;
  readonly scopes: readonly string[];
}

/** The tokens of a whole text, line by line. */
export function tokensOf(grammar: IGrammar, text: string): Scoped[] {
  const tokens: Scoped[] = [];
  let state = textmate.INITIAL;
  let start = 0;
  for (const line of text.split('\n')) {
    const read = grammar.tokenizeLine(line, state);
    for (const { startIndex, endIndex, scopes } of read.tokens)
      tokens.push({ from: start + startIndex, to: start + Math.min(endIndex, line.length), scopes });
    state = read.ruleStack;
    start += line.length + 1;
  }
  return tokens;
}

/** A range of a text with its colour in a theme, `#RRGGBB`. */
export interface Coloured {
  readonly from: number;
  readonly to: number;
  readonly foreground: string;
}

/** The colours of a text in the registry's theme. */
export function coloursOf(registry: Registry, grammar: IGrammar, text: string): Coloured[] {
  const colours = registry.getColorMap();
  const coloured: Coloured[] = [];
  let state = textmate.INITIAL;
  let start = 0;
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine2(line, state);
    for (let i = 0; i < tokens.length; i += 2) {
      const to = i + 2 < tokens.length ? tokens[i + 2]! : line.length;
      // The index of the colour is in bits 15 to 23: see EncodedTokenAttributes in vscode-textmate.
      const foreground = colours[(tokens[i + 1]! >>> 15) & 0x1ff]!;
      coloured.push({ from: start + tokens[i]!, to: start + to, foreground });
    }
    state = ruleStack;
    start += line.length + 1;
  }
  return coloured;
}

/** A theme of VS Code with its includes, and its foreground and background. */
export interface Theme {
  readonly raw: IRawTheme;
  readonly foreground: string;
  readonly background: string;
}

interface ThemeFile {
  readonly include?: string;
  readonly colors?: Record<string, string>;
  readonly tokenColors?: IRawTheme['settings'];
}

/** The workbench's default colours. */
const unsaid: Record<string, { foreground: string; background: string }> = {
  hc_light: { foreground: '#292929', background: '#FFFFFF' },
  hc_black: { foreground: '#FFFFFF', background: '#000000' },
};

/** Reads `theme-defaults/themes/<name>.json`. */
export function readTheme(extensions: string, name: string): Theme {
  const colors: Record<string, string> = {};
  const tokenColors: IRawTheme['settings'][number][] = [];
  const read = (file: string): void => {
    // Themes are JSON with comments and trailing commas, which is valid as a JavaScript object literal.
    const theme = vm.runInNewContext(`(${readFileSync(file, 'utf8')})`) as ThemeFile;
    if (theme.include) read(path.join(path.dirname(file), theme.include));
    Object.assign(colors, theme.colors);
    tokenColors.push(...(theme.tokenColors ?? []));
  };
  read(path.join(extensions, 'theme-defaults', 'themes', `${name}.json`));
  const foreground = colors['editor.foreground'] ?? unsaid[name]!.foreground;
  const background = colors['editor.background'] ?? unsaid[name]!.background;
  return {
    raw: { name, settings: [{ settings: { foreground, background } }, ...tokenColors] },
    foreground,
    background,
  };
}

/** The contrast ratio of two colours `#RRGGBB` by WCAG 2.1, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const channels = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red, green, blue] = channels.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
