import { writesOn } from '../../reasoning/asserters.ts';
import type { ClaimRecord } from '../../reasoning/model.ts';
import { plainDate } from '../../reasoning/plain-values.ts';
import { isAdjudication } from '../../reasoning/verdict.ts';
import type { ClaimMark } from '../../protocol/views.ts';
import { marksOf, reportersOf } from '../claim-marks.ts';
import { distinctClaims } from '../distinct-claims.ts';
import { codeSpan, escapeLine } from '../../text/markdown-escape.ts';
import { asserterLabel, workLabel } from '../../workspace/labels.ts';
import { placeLink, type FeatureRequest } from '../request.ts';
import { shortened } from '../../text/shortened.ts';
import { deferred, enumerated, say } from '../../words/say.ts';

/** How many UTF-16 units of a claim's words are shown. */
const LONGEST = 120;

/** How many claims of one kind are listed before the rest are counted. */
const MOST = 8;

/**
 * The card of a claim: its asserter, words, subjects and propositions, and the claims that support and contradict it.
 */
export function claimCard(claim: ClaimRecord, request: FeatureRequest): string {
  const { reasoning, library } = request;
  // VS Code indents a quotation: above everything else it would look scrolled.
  const lines = [
    say('**{claim}**, held by {asserter}', {
      claim: placeLink(request, claim.id ?? say('claim'), claim.path, claim.headRange),
      asserter: assertedBy(claim, request),
    }),
    `> ${escapeLine(claim.text)}`,
  ];

  const circumstances = [
    claim.about.length
      ? say('of {actors}', {
          actors: enumerated(
            claim.about.map((id) => escapeLine(library.actors(id)[0]?.actor.name.text ?? id)),
          ),
        })
      : null,
    claim.when ? say('time: {time}', { time: escapeLine(plainDate(claim.when.text)) }) : null,
    claim.where ? say('place: {place}', { place: escapeLine(claim.where.text) }) : null,
    claim.status === 'open' && !isAdjudication(claim)
      ? say('status: open, a question that commits nobody')
      : claim.status
        ? say('status: {status}', { status: claim.status })
        : null,
    claim.certainty ? say('certainty: {certainty}', { certainty: claim.certainty }) : null,
  ].filter((part) => part !== null);
  if (circumstances.length) lines.push(circumstances.join(' · '));
  if (claim.says) lines.push(say('says {statement}', { statement: codeSpan(claim.says.text) }));
  const kinds = marksOf(claim, reasoning).flatMap((mark) => {
    const said = SAID[mark];
    return said === undefined ? [] : [say(said)];
  });
  if (kinds.length) lines.push(`_${kinds.join('; ')}_`);

  const tally = reasoning.conflictTally(claim);
  const against = reasoning
    .conflictsOf(claim, MOST + 1)
    .filter((conflict) => conflict.settlement === null)
    .map(({ a, b }) => (a.address === claim.address && a.range.from === claim.range.from ? b : a));
  lines.push(...list(say('Contradicted by'), against, request, tally.unsettled));
  lines.push(...list(say('Supported by'), reasoning.supportersOf(claim), request));
  lines.push(...list(say('Supports'), reasoning.targetsOf(claim, 'supports'), request));
  lines.push(...list(say('Qualified by'), reasoning.sourcesOf(claim, 'qualifies'), request));
  lines.push(...list(say('Resolves'), reasoning.targetsOf(claim, 'resolves'), request));
  const { settled } = tally;
  if (settled)
    lines.push(
      say('{count, plural, =1 {_One conflict is settled._} other {_{count} conflicts are settled._}}', {
        count: settled,
      }),
    );
  return lines.join('\n\n');
}

/** What the marks of a claim say of what it states. */
const SAID: Partial<Readonly<Record<ClaimMark, string>>> = {
  norm: deferred('what ought to be, compared with norms alone'),
  share: deferred('of a share of a whole'),
  part: deferred('a count of a part: of its time and place'),
};

function assertedBy(claim: ClaimRecord, request: FeatureRequest): string {
  const reporters = reportersOf(claim, request.reasoning).map((id) =>
    escapeLine(asserterLabel(id, claim.path, request.library)),
  );
  const holder = holdersOf(claim, request);
  if (reporters.length === 0) return holder;
  const chain = reporters.reduceRight((outer, inner) =>
    say('{reporter} in {reported}', { reporter: inner, reported: outer }),
  );
  return say('{holder}, as told by {reporter}', { holder, reporter: chain });
}

function holdersOf(claim: ClaimRecord, request: FeatureRequest): string {
  const asserters = claim.by.length ? claim.by : claim.fileSource === null ? [] : [claim.fileSource];
  if (asserters.length === 0) {
    const on = writesOn(claim);
    return on === null
      ? say('the writer')
      : say('the writer, on {work}', { work: escapeLine(workLabel(on, claim.path, request.library) ?? on) });
  }
  return asserters
    .map((id) => escapeLine(asserterLabel(id, claim.path, request.library)))
    .reduce((one, other) => say('{one} and {other}', { one, other }));
}

/** A list of claims under a heading; `count` is their total number, where not all were fetched. */
function list(heading: string, claims: readonly ClaimRecord[], request: FeatureRequest, count = 0): string[] {
  const distinct = distinctClaims(claims);
  if (distinct.length === 0) return [];
  const items = distinct.slice(0, MOST).map((claim) => {
    const label = claim.id ?? say('line {line}', { line: lineOf(claim, request) });
    return `- ${placeLink(request, label, claim.path, claim.headRange)}: ${escapeLine(shortened(claim.text, LONGEST))} · ${assertedBy(claim, request)}`;
  });
  if (distinct.length > MOST)
    items.push(`- ${say('and {count} more', { count: Math.max(distinct.length, count) - MOST })}`);
  return [`**${heading}**\n${items.join('\n')}`];
}

function lineOf(claim: ClaimRecord, { library }: FeatureRequest): number {
  return (library.linesOf(claim.path)?.lineAt(claim.range.from) ?? 0) + 1;
}
