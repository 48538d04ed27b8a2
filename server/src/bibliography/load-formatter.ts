import { ownStyle } from './csl-style.ts';
import type { Formatter } from './format.ts';
import { wordTable } from '../text/word-table.ts';

/** Imports a style or locale that we ship. */
type Asset = () => Promise<{ readonly default: unknown }>;

const STYLES = wordTable<Asset>({
  apa: () => import('../../assets/csl/styles/apa.json', { with: { type: 'json' } }),
  'chicago-author-date': () =>
    import('../../assets/csl/styles/chicago-author-date.json', { with: { type: 'json' } }),
  'chicago-note-bibliography': () =>
    import('../../assets/csl/styles/chicago-note-bibliography.json', { with: { type: 'json' } }),
  'harvard-cite-them-right': () =>
    import('../../assets/csl/styles/harvard-cite-them-right.json', { with: { type: 'json' } }),
  'modern-language-association': () =>
    import('../../assets/csl/styles/modern-language-association.json', { with: { type: 'json' } }),
});

const LOCALES = wordTable<Asset>({
  'de-DE': () => import('../../assets/csl/locales/de-DE.json', { with: { type: 'json' } }),
  'en-GB': () => import('../../assets/csl/locales/en-GB.json', { with: { type: 'json' } }),
  'en-US': () => import('../../assets/csl/locales/en-US.json', { with: { type: 'json' } }),
  'es-ES': () => import('../../assets/csl/locales/es-ES.json', { with: { type: 'json' } }),
  'fr-FR': () => import('../../assets/csl/locales/fr-FR.json', { with: { type: 'json' } }),
  'it-IT': () => import('../../assets/csl/locales/it-IT.json', { with: { type: 'json' } }),
  'zh-CN': () => import('../../assets/csl/locales/zh-CN.json', { with: { type: 'json' } }),
});

const ALIASES = wordTable<string>({
  chicago: 'chicago-author-date',
  harvard: 'harvard-cite-them-right',
  harvard1: 'harvard-cite-them-right',
  mla: 'modern-language-association',
});

export const defaultStyle = 'chicago-author-date';
export const shippedStyles: readonly string[] = Object.keys(STYLES);

export interface StyleRequest {
  /** The text of the user's `.csl` file, if any. */
  readonly xml?: string | null | undefined;
  /** The name of a shipped style, also as the end of a path or URL: `apa`, `styles/apa.csl`. */
  readonly name?: string | null | undefined;
  /** The language of the text: `de`, `fr-FR`. */
  readonly lang?: string | null | undefined;
}

/** The name of the shipped style that a path, URL or bare name means; null when there is none. */
export function shippedStyle(name: string): string | null {
  const bare = /([^/\\]*?)(?:\.csl)?$/.exec(name.trim())?.[1]?.toLowerCase() ?? '';
  const known = Object.hasOwn(ALIASES, bare) ? ALIASES[bare]! : bare;
  return Object.hasOwn(STYLES, known) ? known : null;
}

/**
 * Loads citeproc, a style and a locale, each on first use. A dependent style is replaced by the one it refers
 * to if we ship that. A user's style is validated first, and refused if it would keep citeproc busy for long
 * (`Formatter.problem`). Rejects only when our own files cannot be loaded.
 */
export async function loadFormatter(request: StyleRequest): Promise<Formatter> {
  const { createFormatter } = await import('./format.ts');
  const own = request.xml ? ownStyle(request.xml) : null;
  const parent = own && 'parent' in own ? own.parent : null;
  const used = own && 'style' in own ? own.style : null;
  const refused = own && 'problem' in own ? own.problem : null;
  const name = shippedStyle(parent ?? request.name ?? '') ?? defaultStyle;
  const shipped = used || refused !== null ? null : await asset(STYLES[name]!);
  const style = used ? JSON.stringify(used) : (shipped ?? '');
  const lang = localeOf(request.lang ?? used?.attrs['default-locale'] ?? 'en-US');
  const locales = new Map<string, string>();
  for (const wanted of new Set(['en-US', lang])) locales.set(wanted, await asset(LOCALES[wanted]!));
  return createFormatter({ style, lang, refused, locale: (code) => locales.get(code) ?? locales.get(lang) });
}

/** The shipped locale nearest to a language tag. */
function localeOf(lang: string): string {
  const tag = lang.replace('_', '-').toLowerCase();
  const names = Object.keys(LOCALES);
  const language = tag.split('-')[0]!;
  if (language === 'en') return /^en-(?:au|gb|ie|nz|za)$/.test(tag) ? 'en-GB' : 'en-US';
  return names.find((name) => name.toLowerCase().startsWith(`${language}-`)) ?? 'en-US';
}

/** Loads a JSON asset as text: citeproc modifies the objects that it is given. */
async function asset(load: Asset): Promise<string> {
  return JSON.stringify((await load()).default);
}
