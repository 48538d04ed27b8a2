import type { Claim } from '../../facts/model.ts';
import type { Finding } from '../../checking/rule.ts';
import type { DocumentView } from '../../checking/rule.ts';
import { actionKinds, type ActionEdit, type FindingActions } from './action.ts';
import { say } from '../../words/say.ts';

/** Gives the second of two claims with the same id another one. Addresses mean the first. */
export const renameDuplicate: FindingActions = (finding, { view }) => {
  const claim = view.facts.claims.find(({ id }) => id?.range.from === finding.range.from);
  if (!claim?.id) return [];
  const name = freeName(claim.id.text, view);
  return [
    {
      title: say('Rename this claim to “{name}”', { name }),
      kind: actionKinds.fix,
      fixes: [finding],
      isPreferred: true,
      edits: () => [{ path: view.path, range: finding.range, insert: name }],
    },
  ];
};

/** `name`, or the first of `name-2`, `name-3` … that is free in the document and not in `besides`. */
export function freeName(name: string, { facts }: DocumentView, besides: readonly string[] = []): string {
  const taken = new Set<string>(besides);
  for (const { attributes } of facts.parts) if (attributes.id) taken.add(attributes.id.text);
  for (const { id } of facts.claims) if (id) taken.add(id.text);
  for (const { id } of facts.headings) if (id !== null) taken.add(id);
  if (!taken.has(name)) return name;
  const stem = name.replace(/-\d+$/, '');
  let number = 2;
  while (taken.has(`${stem}-${number}`)) number++;
  return `${stem}-${number}`;
}

/** Sets the status of an open claim. */
export const decideClaim: FindingActions = (finding, { view }) => {
  const status = claimAt(finding, view)?.status;
  if (!status) return [];
  return ['accepted', 'rejected', 'withdrawn'].map((verdict) => ({
    title: say('Set its status to {verdict}', { verdict }),
    kind: actionKinds.fix,
    fixes: [finding],
    edits: () => [{ path: view.path, range: status.range, insert: verdict }],
  }));
};

/** Inserts an empty `evidence` attribute. */
export const addEvidence: FindingActions = (finding, { view }) => {
  const claim = claimAt(finding, view);
  if (!claim || claim.attributes.pairs.some(({ key }) => key.text === 'evidence')) return [];
  const edit = addedAttribute(claim, 'evidence', view);
  if (!edit) return [];
  return [{ title: say('Add evidence'), kind: actionKinds.fix, concerns: [finding], edits: () => [edit] }];
};

/** Asks for a work, and cites it where the claim ends. */
export const citeForClaim: FindingActions = (finding, { view }) => {
  const claim = claimAt(finding, view);
  if (!claim) return [];
  const { line, character } = view.text.lines.positionAt(endOf(claim, view));
  return [
    {
      title: say('Cite a work for it…'),
      kind: actionKinds.fix,
      concerns: [finding],
      isPreferred: true,
      asks: 'cite',
      askedOf: `${line}:${character}`,
      edits: () => [],
    },
  ];
};

/** Where a citation for a claim stands: right after a span, after the last words in a div. */
function endOf({ kind, range, contentRange }: Claim, { text }: DocumentView): number {
  return kind === 'span' ? range.to : contentRange.from + text.slice(contentRange).trimEnd().length;
}

/** The edit that adds `key=""` to a claim's attributes; null where they are written in another form. */
function addedAttribute({ attributes }: Claim, key: string, { path, text }: DocumentView): ActionEdit | null {
  const at = attributes.range.to - 1;
  if (text.text[at] !== '}') return null;
  const insert = `${text.text[at - 1] === ' ' ? '' : ' '}${key}=""`;
  const inside = insert.length - 1;
  return { path, range: { from: at, to: at }, insert, select: { from: inside, to: inside } };
}

/** The claim at whose head a finding is drawn. */
export function claimAt({ range }: Finding, { facts }: DocumentView): Claim | undefined {
  let claims = CLAIMS.get(facts.claims);
  if (!claims) {
    // Of claims that begin at one place the first counts.
    claims = new Map([...facts.claims].reverse().map((claim) => [claim.range.from, claim]));
    CLAIMS.set(facts.claims, claims);
  }
  return claims.get(range.from);
}

/** By where they begin; a fix is sought for each finding. */
const CLAIMS = new WeakMap<readonly Claim[], ReadonlyMap<number, Claim>>();
