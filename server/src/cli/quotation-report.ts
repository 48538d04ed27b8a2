/** `sicetnon check --quotations`: every quotation with its verdict, by work, as text, JSON or one page of HTML. */
import { quotationsInWords, sumOfCounts, verdictInWords } from '../checking/check-counts.ts';
import type { ReportedQuotation } from '../checking/quotation-report.ts';
import { countChecks } from '../checking/check-counts.ts';
import { shortened } from '../text/shortened.ts';
import { printable, printableJson } from './printable.ts';
import { language, say } from '../words/say.ts';

/** A quotation, and where it stands. */
export interface QuotationAt extends ReportedQuotation {
  readonly path: string;
  /** Counted from 1. */
  readonly line: number;
}

/** Of a long quotation a list shows so many characters. */
const LONGEST = 100;

interface OfWork {
  readonly label: string;
  readonly quotations: readonly QuotationAt[];
}

/**
 * The quotations by work, in the order of what works are called; those of no work that is known come last. Works that are
 * called the same have their citekeys besides.
 */
function byWork(quotations: readonly QuotationAt[]): OfWork[] {
  const works = new Map<string, { label: string; quotations: QuotationAt[] }>();
  for (const quotation of quotations) {
    const name = quotation.work ?? '';
    const known = works.get(name);
    if (known) known.quotations.push(quotation);
    else
      works.set(name, { label: quotation.label || say('Of no work that is known'), quotations: [quotation] });
  }
  const times = new Map<string, number>();
  for (const { label } of works.values()) times.set(label, (times.get(label) ?? 0) + 1);
  for (const [name, work] of works) if (times.get(work.label)! > 1) work.label += ` (@${name})`;
  return [...works]
    .sort(([a, { label: one }], [b, { label: other }]) =>
      a === '' || b === '' ? Number(a === '') - Number(b === '') : one < other ? -1 : one > other ? 1 : 0,
    )
    .map(([, work]) => work);
}

/** The counts of all, in a sentence: `41 quotations: 29 verified, 2 altered, …`. */
export function summaryOf(quotations: readonly QuotationAt[]): string {
  const counts = countChecks(
    quotations.map(({ outcome, reason, range, work }) => ({
      kind: 'quotation',
      outcome,
      reason,
      range,
      work,
    })),
  );
  return quotationsInWords(sumOfCounts([counts])) || say('No quotations');
}

/** For a terminal. */
export function quotationsAsText(quotations: readonly QuotationAt[]): string {
  const lines: string[] = [];
  for (const { label, quotations: own } of byWork(quotations)) {
    lines.push(printable(label));
    for (const each of own) {
      lines.push(
        `  ${verdictOf(each)}  ${printable(each.path)}:${each.line}  “${printable(shortened(each.words, LONGEST))}”`,
      );
      if (each.nearest !== null)
        lines.push(
          `      ${say('the text says: “{words}”', { words: printable(shortened(each.nearest, 2 * LONGEST)) })}`,
        );
    }
    lines.push('');
  }
  lines.push(`${summaryOf(quotations)}.`);
  return `${lines.join('\n')}\n`;
}

/** `{summary, works: [{work, label, quotations: […]}]}`. */
export function quotationsAsJson(quotations: readonly QuotationAt[]): string {
  const works = byWork(quotations).map(({ label, quotations: own }) => ({
    work: own[0]!.work,
    label,
    quotations: own.map(
      ({ path, line, words, named, outcome, reason, place, file, nearest, difference }) => ({
        path,
        line,
        words,
        named,
        outcome,
        reason,
        place,
        file,
        nearest,
        difference,
      }),
    ),
  }));
  return `${printableJson({ summary: summaryOf(quotations), works })}\n`;
}

const STYLE = `:root{color-scheme:light dark}body{font:16px/1.5 Georgia,serif;max-width:60em;margin:2em auto;padding:0 1em}
h1{font-size:1.5em}h2{font-size:1.15em;margin:2em 0 .5em}table{border-collapse:collapse;width:100%}
td,th{text-align:left;vertical-align:top;padding:.4em .6em;border-top:1px solid #8886}th{font-weight:normal;font-style:italic}
table{table-layout:fixed}td{overflow-wrap:anywhere}th:first-child{width:10em}th:last-child{width:13em}.altered,.absent,.elsewhere{font-weight:bold}.nearest{opacity:.85}
@media (max-width:40em){table,tbody,tr,td{display:block}thead{display:none}td{border:0;padding:.1em 0}tr{padding:.5em 0;border-top:1px solid #8886}}
@media print{body{margin:0;max-width:none}}`;

/** One page that can be handed on: nothing in it is fetched from anywhere, and nothing runs. */
export function quotationsAsHtml(quotations: readonly QuotationAt[]): string {
  const parts = byWork(quotations).map(
    ({ label, quotations: own }) =>
      `<section><h2>${escaped(label)}</h2>\n${own.length > 1 ? `<p>${escaped(summaryOf(own))}.</p>\n` : ''}<table><thead><tr><th scope="col">${escaped(say('Verdict'))}</th><th scope="col">${escaped(say('Quotation'))}</th><th scope="col">${escaped(say('Where'))}</th></tr></thead>\n<tbody>\n${own.map(rowOf).join('\n')}\n</tbody></table></section>`,
  );
  return `<!DOCTYPE html>
<html lang="${language()}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${escaped(say('Quotations'))}</title>
<style>${STYLE}</style></head><body><main>
<h1>${escaped(say('Quotations'))}</h1>
<p>${escaped(summaryOf(quotations))}.</p>
${parts.join('\n')}
</main></body></html>
`;
}

function rowOf(each: QuotationAt): string {
  const said = [
    `“${escaped(each.words)}”`,
    ...(each.nearest === null
      ? []
      : [
          `<span class="nearest">${escaped(say('The text says: “{words}”', { words: each.nearest }))}</span>`,
        ]),
    ...(each.difference === null ? [] : [escaped(each.difference)]),
  ];
  const where = [
    say('{file}, line {line}', { file: each.path, line: each.line }),
    ...(each.named === null ? [] : [say('cited: {place}', { place: each.named })]),
    ...(each.place === '' ? [] : [say('in the text: {place}', { place: each.place })]),
    ...(each.file === null ? [] : [each.file]),
  ]
    .map(escaped)
    .join('<br>');
  return `<tr><td class="${each.outcome}">${escaped(verdictOf(each))}</td><td>${said.join('<br>')}</td><td>${where}</td></tr>`;
}

function verdictOf({ outcome, reason, place }: QuotationAt): string {
  const words = verdictInWords(reason ?? outcome);
  return outcome === 'elsewhere' && place !== '' ? `${words} (${place})` : words;
}

/** On one line, without what moves or hides words, and with nothing that begins a tag or a command of a pipeline. */
function escaped(text: string): string {
  return printable(text.replace(/\s+/g, ' ')).replaceAll(/[&<>"[]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
