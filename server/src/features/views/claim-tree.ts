import type { ClaimRecord } from '../../reasoning/model.ts';
import { touches } from '../../text/range.ts';
import type { ClaimGroup, ClaimPlace, ClaimTree, Grouping, Spot, Standing, ViewedClaim } from './model.ts';
import { standings } from './model.ts';
import type { ViewRequest } from './view-request.ts';
import type { Stepwise } from '../stepwise.ts';

const STANDING_NAMES: Readonly<Record<Standing, string>> = {
  contested: 'Contested',
  open: 'Open',
  unsupported: 'Resting on nothing',
  settled: 'Contested and settled',
  accepted: 'Accepted',
  standing: 'Uncontested',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
};

/** What wants attention comes first. */
const STANDING_ORDER = (Object.keys(STANDING_NAMES) as Standing[]).filter((each) => standings.includes(each));

interface Branch {
  readonly subject: string;
  readonly label: string;
  readonly detail: string | null;
  readonly spot: Spot | null;
  claims: number;
  contested: number;
}

/**
 * The branches of the tree of claims. A claim of several asserters, or about several actors, hangs on each of
 * their branches. Of the filter's words each must occur somewhere in what is known of a claim.
 */
export function* claimTree(request: ViewRequest, grouping: Grouping, filter: string): Stepwise<ClaimTree> {
  const branches = new Map<string, Branch>();
  const wanted = filterOf(filter);
  let claims = 0;
  let unsettled = 0;
  for (const path of request.paths()) {
    for (const conflict of request.reasoning.conflictsIn(path))
      if (conflict.settlement === null && conflict.a.path === path) unsettled++;
    for (const claim of request.reasoning.claimsIn(path)) {
      claims++;
      if (!wanted(claim, request)) continue;
      const contested = request.standing(claim) === 'contested';
      for (const subject of subjectsOf(claim, grouping, request)) {
        let branch = branches.get(subject);
        if (!branch) branches.set(subject, (branch = newBranch(subject, claim, grouping, request)));
        branch.claims++;
        if (contested) branch.contested++;
      }
    }
    yield;
  }
  const groups = [...branches.values()].map((branch): ClaimGroup => {
    return { ...branch, grouping, key: groupKey(branch.subject, grouping, request) };
  });
  return { groups: groups.sort(order(grouping)), claims, unsettled };
}

/** The claims on one branch, in the order of files and text. */
export function* claimsOfGroup(
  request: ViewRequest,
  { grouping, subject }: Pick<ClaimGroup, 'grouping' | 'subject'>,
  filter: string,
): Stepwise<ViewedClaim[]> {
  const wanted = filterOf(filter);
  const found: ViewedClaim[] = [];
  const paths = grouping === 'file' ? [subject] : request.paths();
  const sets =
    grouping === 'actor' && subject !== ''
      ? [request.reasoning.claimsAbout(subject)]
      : paths.map((path) => () => request.reasoning.claimsIn(path));
  for (const set of sets) {
    for (const claim of typeof set === 'function' ? set() : set)
      if (subjectsOf(claim, grouping, request).includes(subject) && wanted(claim, request))
        found.push(request.view(claim));
    yield;
  }
  return found;
}

/** The innermost claim at an offset of a file, with its groups; null where there is none. */
export function claimAt(
  request: ViewRequest,
  path: string,
  offset: number,
  grouping: Grouping,
): ClaimPlace | null {
  let best: ClaimRecord | null = null;
  for (const claim of request.reasoning.claimsIn(path)) {
    if (!touches(claim.range, offset)) continue;
    if (!best || claim.range.to - claim.range.from <= best.range.to - best.range.from) best = claim;
  }
  if (!best) return null;
  const groups = subjectsOf(best, grouping, request).map((each) => groupKey(each, grouping, request));
  return { claim: request.view(best), groups };
}

function subjectsOf(claim: ClaimRecord, grouping: Grouping, request: ViewRequest): readonly string[] {
  switch (grouping) {
    case 'file':
      return [claim.path];
    case 'asserter':
      return request.reasoning.asserters.of(claim);
    case 'actor': {
      const actors = request.actorsOf(claim);
      return actors.length > 0 ? actors : [''];
    }
    case 'status':
      return [request.standing(claim)];
  }
}

function newBranch(subject: string, claim: ClaimRecord, grouping: Grouping, request: ViewRequest): Branch {
  const branch = { subject, detail: null, spot: null, claims: 0, contested: 0 };
  switch (grouping) {
    case 'file': {
      const detail = request.library.summary(subject)?.title ?? null;
      const spot = request.spot(subject, { from: 0, to: 0 });
      return { ...branch, label: subject, detail, spot };
    }
    case 'asserter':
      return { ...branch, label: request.asserterName(subject, claim.path) };
    case 'actor': {
      const at = request.library.actors(subject)[0];
      const spot = at ? request.spot(at.path, at.actor.id.range) : null;
      return {
        ...branch,
        label: subject === '' ? 'About nobody in particular' : request.actorName(subject),
        spot,
      };
    }
    case 'status':
      return { ...branch, label: STANDING_NAMES[subject as Standing] };
  }
}

function groupKey(subject: string, grouping: Grouping, { prefix }: ViewRequest): string {
  return `${prefix}${grouping} ${subject}`;
}

function order(grouping: Grouping): (a: ClaimGroup, b: ClaimGroup) => number {
  if (grouping === 'status')
    return (a, b) =>
      STANDING_ORDER.indexOf(a.subject as Standing) - STANDING_ORDER.indexOf(b.subject as Standing);
  // The writer and nobody come last.
  return (a, b) =>
    Number(a.subject === '') - Number(b.subject === '') || a.label.localeCompare(b.label, 'en');
}

/** Whether a claim has all words of a filter, whatever their case. */
function filterOf(filter: string): (claim: ClaimRecord, request: ViewRequest) => boolean {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return () => true;
  return (claim, request) => {
    const known = [
      claim.id ?? '',
      claim.text,
      claim.path,
      claim.says?.text ?? '',
      claim.when?.text ?? '',
      claim.where?.text ?? '',
      ...claim.by,
      ...request.asserterNames(claim),
      ...request.actorsOf(claim).flatMap((id) => [id, request.actorName(id)]),
    ]
      .join('\n')
      .toLowerCase();
    return words.every((word) => known.includes(word));
  };
}
