/**
 * Formats entries with citeproc. Importing this file loads citeproc (1 MB, 15 ms), so `load-formatter.ts`
 * imports it on demand.
 */
import { say } from '../words/say.ts';
import CSL from 'citeproc';
import { boundedItem, MOST_IN_FIELD } from './bounded-entry.ts';
import { cslToMarkdown } from './csl-markdown.ts';
import { describeEntry } from './describe-entry.ts';
import { yearOf } from './csl-item.ts';
import type { CslDate, CslItem } from './model.ts';
import { Recent } from './recent.ts';
import { DATE_FIELDS } from './csl-date.ts';

/** What a citation adds to the work. */
export interface CitationParts {
  /** The value of the locator: `20-23`. */
  readonly locator?: string | undefined;
  /** CSL's term for it: page, paragraph, chapter… */
  readonly label?: string | undefined;
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
  readonly suppressAuthor?: boolean | undefined;
}

/** Formats entries in a style. All results are Markdown on one line, with text from files escaped. */
export interface Formatter {
  /** The entry as in the bibliography. */
  reference(item: CslItem): string;
  /** A citation, as in the text or a note. */
  citation(item: CslItem, parts?: CitationParts): string;
  /** Why the style cannot be used, as a sentence; null when it can. Known after the first use. */
  readonly problem: string | null;
}

export interface FormatterOptions {
  /** CSL, as XML or in citeproc's JSON. */
  readonly style: string;
  /** The text of a locale (`en-US`), or undefined where there is none. */
  readonly locale: (lang: string) => string | undefined;
  /** A language tag; the style's own by default. */
  readonly lang?: string | undefined;
  /** Why the style was refused in advance, as the end of a sentence. */
  readonly refused?: string | null;
}

const KEPT = 500;

/** Creates a formatter for a style. The engine starts on first use. Never throws, even for a broken style. */
export function createFormatter(options: FormatterOptions): Formatter {
  return new CslFormatter(options);
}

class CslFormatter implements Formatter {
  problem: string | null = null;
  private engine: InstanceType<typeof CSL.Engine> | null | undefined;
  private readonly references = new Recent<CslItem, string>(KEPT);
  private readonly citations = new Recent<CslItem, Recent<string, string>>(KEPT);
  private readonly items = new Map<string, CslItem>();
  private count = 0;

  constructor(private readonly options: FormatterOptions) {
    if (options.refused) this.refuse(options.refused);
  }

  reference(item: CslItem): string {
    return this.references.get(item, () =>
      this.formatted(item, (engine) => firstEntry(engine.makeBibliography())),
    );
  }

  citation(item: CslItem, parts: CitationParts = {}): string {
    const { locator, label, prefix, suffix, suppressAuthor } = parts;
    const key = JSON.stringify([locator, label, prefix, suffix, suppressAuthor]);
    const ofItem = this.citations.get(item, () => new Recent(KEPT));
    return ofItem.get(key, () =>
      this.formatted(item, (engine, id) =>
        engine.makeCitationCluster([
          {
            id,
            ...(locator ? { locator, label: label ?? 'page' } : {}),
            ...(prefix ? { prefix: asHtml(prefix) } : {}),
            ...(suffix ? { suffix: asHtml(suffix) } : {}),
            ...(suppressAuthor ? { 'suppress-author': true } : {}),
          },
        ]),
      ),
    );
  }

  /** The result of `format`, or the plain description where the style prints nothing or fails. */
  private formatted(
    whole: CslItem,
    format: (engine: InstanceType<typeof CSL.Engine>, id: string) => string,
  ): string {
    const item = boundedItem(whole).kept;
    const engine = this.started();
    if (!engine) return describeEntry(item);
    // A new id each time: the engine caches by id, and the entry may have changed.
    const id = `item-${++this.count}`;
    try {
      this.items.set(id, item);
      engine.updateItems([id]);
      const html = format(engine, id);
      // citeproc's markers for an entry that the style does not print.
      if (/\[NO_PRINTED_FORM\]|\[CSL STYLE ERROR/.test(html)) return describeEntry(item);
      return cslToMarkdown(html, 'entities') || describeEntry(item);
    } catch {
      // A style that fails on this entry may still format the next.
      return describeEntry(item);
    } finally {
      this.items.delete(id);
    }
  }

  private started(): InstanceType<typeof CSL.Engine> | null {
    if (this.engine !== undefined) return this.engine;
    // By default it writes to standard output, which may carry the protocol.
    CSL.debug = () => undefined;
    try {
      const { style, locale, lang } = this.options;
      const system = {
        retrieveLocale: (wanted: string) => locale(wanted) ?? false,
        retrieveItem: (id: string) => engineItem(this.items.get(id), id),
      };
      this.engine = new CSL.Engine(system, style, lang, lang !== undefined);
    } catch (error) {
      this.refuse(error instanceof Error ? error.message : String(error));
    }
    return this.engine ?? null;
  }

  private refuse(reason: string): void {
    this.engine = null;
    this.problem = say('This citation style cannot be used ({reason}); entries are shown without one.', {
      reason: reason.slice(0, 200),
    });
  }
}

/** The item as citeproc needs it: both ends of a range equally precise, a letter joined to its year. */
function engineItem(item: CslItem | undefined, id: string): Record<string, unknown> {
  const copy: Record<string, unknown> = { ...item, id };
  for (const name of DATE_FIELDS) {
    const date = item?.[name] as CslDate | undefined;
    const [from, to] = date?.['date-parts'] ?? [];
    if (!from || !to) continue;
    const isOpen = Number(to[0]) === 0;
    const length = isOpen ? from.length : Math.min(from.length, to.length);
    const parts = [from.slice(0, length), isOpen ? from.map(() => 0) : to.slice(0, length)];
    copy[name] = { ...date, 'date-parts': parts };
  }
  const suffix = item?.['year-suffix'];
  const year = yearOf(item?.issued);
  if (typeof suffix === 'string' && year !== null) copy['issued'] = { literal: year + suffix };
  return copy;
}

function firstEntry(bibliography: [unknown, string[]] | false): string {
  return bibliography === false ? '' : (bibliography[1][0] ?? '');
}

/** citeproc parses prefixes and suffixes as light HTML, so plain text must be escaped. */
function asHtml(words: string): string {
  return words.slice(0, MOST_IN_FIELD).replace(/</g, '‹').replace(/>/g, '›');
}
