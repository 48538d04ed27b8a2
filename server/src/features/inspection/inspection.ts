/**
 * Everything that was read of a document, as `sicetnon inspect` prints it. The format is stable and documented by
 * `docs/schema/inspect.schema.json`: members may be added, but not changed or removed.
 */
import type { Attributes, Claim, PandocCitation } from '../../facts/model.ts';
import { plainText } from '../../facts/plain-text.ts';
import { entryTargets, type InspectedCitation, type InspectedFile, type InspectedNote } from './model.ts';
import { quotationInspector } from './quotations.ts';
import { inspectedMentions } from './mentions.ts';
import { foundCitations, foundLists, foundNotes, foundReferences } from './found.ts';
import { checksOf, type CheckOutcome } from '../../checking/checks.ts';
import type { DocumentView } from '../../checking/rule.ts';
import type { PositionRange, TextRange } from '../../text/range.ts';
import type { Library } from '../../workspace/library.ts';
import type { QuotationVerdicts } from '../../workspace/quotation-verdicts.ts';

/** Converts facts to the documented format. `path` is printed as given. */
export function inspectDocument(
  view: DocumentView,
  library: Library,
  verdicts: QuotationVerdicts,
  path: string,
): InspectedFile {
  const positions = (range: TextRange) => view.text.lines.positions(range);
  const checked = checksByPlace(view.path, library, verdicts);
  const quotationTarget = quotationInspector(view.path, library, verdicts);
  const known = new Set(
    library.inPrint
      .quotationsOf(view.path)
      .flatMap(({ range, works, doubt }) => (works.length > 0 || doubt ? [range.from] : [])),
  );
  // A year in parentheses near a few quoted words need not be their source.
  const quotations = view.facts.quotations.filter(
    ({ kind, attributions, range }) =>
      kind === 'marked' || known.has(range.from) || attributions.some((one) => one.kind !== 'printed'),
  );
  return {
    path,
    notes: [...pandocNotes(view, positions), ...foundNotes(view)],
    citations: [
      ...view.facts.citations.map((citation) => pandocCitation(citation, view, library, positions, checked)),
      ...foundCitations(view, library, checked),
    ].sort(
      (a, b) => a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character,
    ),
    claims: view.facts.claims.map((claim) => inspectedClaim(claim, positions)),
    mentions: inspectedMentions(view, library),
    quotations: quotations.map((quotation) => ({
      style: quotation.kind,
      text: plainText(view.text.text, quotation.contentRange),
      range: positions(quotation.range),
      at: quotation.at?.text ?? null,
      ...quotationTarget(quotation.range),
    })),
    references: foundReferences(view),
    lists: foundLists(view),
  };
}

function pandocNotes(view: DocumentView, positions: (range: TextRange) => PositionRange): InspectedNote[] {
  const { markers, definitions, inlineNotes } = view.facts;
  const printed = new Map(definitions.map((definition) => [definition.label, definition]));
  const notes: (InspectedNote & { at: number })[] = [];
  for (const marker of markers) {
    const definition = marker.inNote === null ? printed.get(marker.label) : undefined;
    notes.push({
      kind: 'marker',
      style: 'pandoc',
      label: marker.label,
      range: positions(marker.range),
      target: definition ? positions(definition.range) : null,
      at: marker.range.from,
    });
  }
  for (const definition of definitions)
    notes.push({
      kind: 'definition',
      style: 'pandoc',
      label: definition.label,
      range: positions(definition.range),
      target: null,
      at: definition.range.from,
    });
  for (const note of inlineNotes)
    notes.push({
      kind: 'marker',
      style: 'inline',
      label: '',
      range: positions(note.range),
      target: positions(note.bodyRange),
      at: note.range.from,
    });
  return notes.sort((a, b) => a.at - b.at).map(({ at: _at, ...note }) => note);
}

function pandocCitation(
  citation: PandocCitation,
  view: DocumentView,
  library: Library,
  positions: (range: TextRange) => PositionRange,
  checked: ReadonlyMap<number, CheckOutcome>,
): InspectedCitation {
  const targets = entryTargets(citation.key, view.path, library);
  return {
    style: 'pandoc',
    mode: citation.mode,
    text: view.text.slice(citation.range),
    key: citation.key,
    ...(citation.intent === null ? {} : { intent: citation.intent }),
    prefix: plainText(view.text.text, citation.prefixRange),
    locator: citation.locator && view.text.slice(citation.locator.range),
    suffix: plainText(view.text.text, citation.suffixRange),
    range: positions(citation.range),
    targets,
    status: targets.length === 0 ? 'unresolved' : 'resolved',
    verdict: (checked.get(citation.keyRange.from) ?? 'no-bibliography') as InspectedCitation['verdict'],
    locatorVerdict: citation.locator
      ? ((checked.get(citation.locator.range.from) ?? 'unchecked') as InspectedCitation['locatorVerdict'])
      : null,
  };
}

/** The results for citations and locators by start offset. */
function checksByPlace(
  path: string,
  library: Library,
  quotations: QuotationVerdicts,
): ReadonlyMap<number, CheckOutcome> {
  const summary = library.summary(path);
  const checks = summary ? checksOf(summary, { library, quotations }) : [];
  return new Map(
    checks.flatMap(({ kind, range, outcome }) =>
      kind === 'quotation' ? [] : [[range.from, outcome] as const],
    ),
  );
}

function inspectedClaim(claim: Claim, positions: (range: TextRange) => PositionRange): object {
  const texts = (tokens: readonly { text: string }[]) => tokens.map((token) => token.text);
  return {
    kind: claim.kind,
    id: claim.id?.text ?? null,
    text: claim.text,
    range: positions(claim.range),
    attributes: inspectedAttributes(claim.attributes),
    by: texts(claim.by),
    via: texts(claim.via),
    about: texts(claim.about),
    says: claim.says?.text ?? null,
    when: claim.when?.text ?? null,
    where: claim.where?.text ?? null,
    status: claim.status?.text ?? null,
    certainty: claim.certainty?.text ?? null,
    relations: claim.relations.map(({ kind, address }) => ({ kind, address: address.text })),
    evidence: claim.evidence.map(({ kind, target, locator }) => ({ kind, target: target.text, locator })),
  };
}

function inspectedAttributes(attributes: Attributes): object {
  return {
    id: attributes.id?.text ?? null,
    classes: attributes.classes.map((token) => token.text),
    pairs: attributes.pairs.map(({ key, value }) => [key.text, value.text]),
  };
}
