import type { Claim } from '../../facts/model.ts';
import type { Finding } from '../../checking/rule.ts';
import type { DocumentView } from '../../checking/rule.ts';
import { actionKinds, type ActionEdit, type FindingActions } from './action.ts';
import { Indexed } from './indexed.ts';
import { say } from '../../words/say.ts';

const BY_NAME = new Indexed(({ id }: Claim) => id?.range.from);
const BY_PLACE = new Indexed(({ range }: Claim) => range.from);

/** Gives the second of two claims with the same id another one. Addresses mean the first. */
export const renameDuplicate: FindingActions = (finding, { view }) => {
  const claim = BY_NAME.first(view.facts.claims, finding.range.from);
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
  const ids = idsIn(facts);
  const isTaken = (wanted: string) => ids.has(wanted) || besides.includes(wanted);
  if (!isTaken(name)) return name;
  const stem = name.replace(/-\d+$/, '');
  let number = 2;
  while (isTaken(`${stem}-${number}`)) number++;
  return `${stem}-${number}`;
}

/** The ids of a document, collected once for all its findings. */
function idsIn(facts: DocumentView['facts']): ReadonlySet<string> {
  let ids = IDS.get(facts);
  if (!ids) {
    const all = [
      ...facts.parts.map(({ attributes }) => attributes.id?.text ?? null),
      ...facts.claims.map(({ id }) => id?.text ?? null),
      ...facts.headings.map(({ id }) => id),
    ];
    IDS.set(facts, (ids = new Set(all.filter((id) => id !== null))));
  }
  return ids;
}

const IDS = new WeakMap<DocumentView['facts'], ReadonlySet<string>>();

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
  return BY_PLACE.first(facts.claims, range.from);
}
