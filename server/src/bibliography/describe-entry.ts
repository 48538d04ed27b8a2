import { dayInWords } from '../words/calendar.ts';
import { enumerated, say } from '../words/say.ts';
import { cslToMarkdown, cslToPlainText } from './csl-markdown.ts';
import { escapeHead } from '../text/markdown-escape.ts';
import { nameOf, yearInWords } from './csl-item.ts';
import type { CslDate, CslItem, CslName } from './model.ts';

/** The maximum number of printed names. */
const MOST_NAMES = 4;

type DateParts = readonly (number | string)[];

/**
 * A work as one line of Markdown, without a style: “Authors (year). Title. Container volume(issue): pages.”
 * Used when no style can be loaded or none is needed. Text from the file is escaped.
 */
export function describeEntry(item: CslItem): string {
  const people = describePeople(item);
  const year =
    describeDate(item.issued) + (typeof item['year-suffix'] === 'string' ? item['year-suffix'] : '');
  const head = [people, year && `(${year})`].filter((part) => part !== '').join(' ');
  const title = item.title ?? '';
  const container = text(item['container-title']);
  const standsAlone = container === '';
  const parts = [
    markdown(head),
    title === ''
      ? ''
      : standsAlone
        ? `*${markdown(cslToPlainText(title, 'plain'))}*`
        : `“${cslToMarkdown(title, 'plain')}”`,
    describePlace(item, container),
    markdown(describePublisher(item)),
  ];
  const sentences = parts.filter((part) => part !== '').map(sentence);
  return escapeHead(sentences.join(' ')) || markdown(item.id);
}

/** Adds a full stop unless the part ends a sentence; inside a closing quotation mark, as in American usage. */
function sentence(part: string): string {
  if (/[.?!…]["”*]*$/.test(part)) return part;
  return part.endsWith('”') ? `${part.slice(0, -1)}.”` : `${part}.`;
}

function describePeople(item: CslItem): string {
  if (item.author?.length) return joinNames(item.author);
  if (item.editor?.length)
    return item.editor.length > 1
      ? say('{names} (eds.)', { names: joinNames(item.editor) })
      : say('{names} (ed.)', { names: joinNames(item.editor) });
  return item.translator?.length ? say('{names} (trans.)', { names: joinNames(item.translator) }) : '';
}

function joinNames(names: readonly CslName[]): string {
  const shown = names.slice(0, names.length > MOST_NAMES ? 1 : MOST_NAMES).map((name) => {
    const family = nameOf(name);
    return [name.family ? [family, name.given].filter((part) => part).join(', ') : family, name.suffix]
      .filter((part) => part)
      .join(', ');
  });
  if (names.length > MOST_NAMES) return say('{name} et al.', { name: shown[0]! });
  return shown.length < 2
    ? (shown[0] ?? '')
    : say('{names} and {last}', { names: shown.slice(0, -1).join('; '), last: shown[shown.length - 1]! });
}

function describeDate(date: CslDate | undefined): string {
  if (!date) return '';
  const [from, to] = date['date-parts'] ?? [];
  if (!from?.length) return date.literal ?? date.raw ?? '';
  const dated = describeSpan(from, to);
  return date.circa ? say('c. {date}', { date: dated }) : dated;
}

function describeSpan(from: DateParts, to: DateParts | undefined): string {
  if (!to?.length) return describeParts(from);
  const end = to[0] ?? 0;
  const last = Number(end) === 0 ? '' : end === from[0] ? describeParts(to) : yearInWords(end);
  return `${yearInWords(from[0] ?? '')}–${last}`;
}

function describeParts(parts: DateParts): string {
  const [written, month, day] = parts;
  const year = yearInWords(written ?? '');
  if (!(Number(month) >= 1 && Number(month) <= 12)) return year;
  return enumerated([year, dayInWords(Number(month), day === undefined ? null : Number(day))]);
}

function describePlace(item: CslItem, container: string): string {
  const volume = text(item.volume);
  const issue = text(item.issue);
  const pages = text(item.page);
  const numbers = volume + (issue === '' ? '' : volume === '' ? say('no. {issue}', { issue }) : `(${issue})`);
  if (container === '')
    return markdown(
      enumerated(
        [numbers && say('vol. {numbers}', { numbers }), pages && say('pp. {pages}', { pages })].filter(
          Boolean,
        ),
      ),
    );
  const title = `*${markdown(cslToPlainText(container, 'plain'))}*`;
  const isChapter = item.type === 'chapter' || item.type === 'paper-conference';
  const where = numbers === '' ? pages && `, ${pages}` : ` ${numbers}${pages && `: ${pages}`}`;
  const standsIn = `${title}${markdown(where)
    .replace(/^(?=[^,\s])/, ' ')
    .trimEnd()}`.replace(/ +$/, '');
  return isChapter ? say('In {container}', { container: standsIn }) : standsIn;
}

function describePublisher(item: CslItem): string {
  return [text(item['publisher-place']), text(item.publisher)].filter((part) => part !== '').join(': ');
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

function markdown(plain: string): string {
  return cslToMarkdown(plain, 'plain');
}
