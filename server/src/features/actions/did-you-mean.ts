import type { PandocCitation } from '../../facts/model.ts';
import type { Finding } from '../../checking/rule.ts';
import { isNearKey } from '../../text/near-keys.ts';
import { nearestNames } from '../../text/nearest-name.ts';
import { attributeContext, staysInValue } from '../completion/attribute-context.ts';
import { actionKinds, type Action, type ActionRequest, type FindingActions } from './action.ts';
import { Indexed } from './indexed.ts';
import { shortestAddress } from './addresses.ts';
import { writtenKey } from '../../syntax/written-key.ts';
import { say } from '../../words/say.ts';

/** How many replacements are offered for an unknown name. */
const MOST = 3;

/** Replaces an unknown citekey by a similar one. */
export const nearestKeys: FindingActions = (finding, request) => {
  const { view, library } = request;
  const unknown = written(finding, request);
  function* keys() {
    for (const { entry } of library.allEntries(view.path))
      // The very key may be that of a work whose bibliography another text has.
      if (entry.key.text !== unknown && isNearKey(unknown, entry.key.text)) yield entry.key.text;
  }
  const braced = view.text.text[finding.range.from - 1] === '{';
  const spelt = (key: string): string | null => {
    if (!isInCitation(finding, request)) return inValue(key, finding, request);
    const written = writtenKey(key);
    return braced && written !== null ? key : written;
  };
  return replacements(finding, request, nearestNames(unknown, keys(), MOST), spelt);
};

/** Replaces an unknown actor by a similar one; where a work is possible, also by a work. */
export const nearestActors: FindingActions = (finding, request) => {
  const { view, library } = request;
  const mayBeWork = view.facts.claims.some(({ by, via }) =>
    [...by, ...via].some(({ range }) => range.from === finding.range.from),
  );
  function* ids() {
    for (const { actor } of library.allActors()) yield actor.id.text;
    if (mayBeWork) for (const { entry } of library.allEntries(view.path)) yield entry.key.text;
  }
  const names = nearestNames(written(finding, request), ids(), MOST);
  return replacements(finding, request, names, (id) => inValue(id, finding, request));
};

/** Replaces an undeclared property by a similar one that is declared, wherever the document has it: it is told once. */
export const nearestProperties: FindingActions = (finding, request) => {
  const { view, library, reasoning } = request;
  const name = written(finding, request);
  const names = nearestNames(name, library.project.properties.keys(), MOST);
  const places = () =>
    reasoning
      .claimsIn(view.path)
      .flatMap((claim) => reasoning.sayings.of(claim))
      .filter(({ property }) => property.text === name)
      .map(({ property }) => property.range);
  return replacements(finding, request, names, (each) => inValue(each, finding, request)).map((action) => {
    const edits = () => {
      const [{ insert } = { insert: name }] = action.edits();
      return places().map((range) => ({ path: view.path, range, insert }));
    };
    return { ...action, edits };
  });
};

/** Replaces an address that does not resolve to one claim by a similar one that does. */
export const nearestAddresses: FindingActions = (finding, request) => {
  const { view, reasoning } = request;
  const address = written(finding, request);
  const resolution = reasoning.resolveAddress(view.path, address);
  if (resolution.status === 'resolved') return [];
  if (resolution.status === 'ambiguous')
    return replacements(
      finding,
      request,
      resolution.candidates
        .map((claim) => shortestAddress(claim, view.path, reasoning))
        .filter((shortest) => shortest !== null)
        .slice(0, MOST),
      (each) => inValue(each, finding, request),
    );
  const near = resolution.nearest === null ? [] : [resolution.nearest];
  const own = reasoning.claimsIn(view.path).flatMap(({ id }) => (id === null ? [] : [`#${id}`]));
  const more = address.startsWith('#') ? nearestNames(address, own, MOST) : [];
  const leading = [...new Set([...near, ...more])].filter(
    (each) => reasoning.resolveAddress(view.path, each).status === 'resolved',
  );
  return replacements(finding, request, leading.slice(0, MOST), (each) => inValue(each, finding, request));
};

function written({ range }: Finding, { view }: ActionRequest): string {
  return view.text.slice(range);
}

const BY_KEY = new Indexed(({ keyRange }: PandocCitation) => keyRange.from);

function isInCitation({ range }: Finding, { view }: ActionRequest): boolean {
  return BY_KEY.first(view.facts.citations, range.from) !== undefined;
}

function replacements(
  finding: Finding,
  request: ActionRequest,
  names: readonly string[],
  spelt: (name: string) => string | null,
): Action[] {
  const spellings = names.map((name) => ({ name, insert: spelt(name) }));
  return spellings.flatMap(({ name, insert }) =>
    insert === null
      ? []
      : [
          {
            title: say('Change to “{name}”', { name }),
            kind: actionKinds.fix,
            fixes: [finding],
            isPreferred: names.length === 1,
            edits: () => [{ path: request.view.path, range: finding.range, insert }],
          },
        ],
  );
}

/** A name as it is written in an attribute's value; null where it would lead out of it, or be several. */
function inValue(name: string, { range }: Finding, { view }: ActionRequest): string | null {
  const context = attributeContext(view.text.text, range.from);
  const quote = context?.at === 'value' ? context.quote : null;
  return !/\s/.test(name) && staysInValue(name, quote) ? name : null;
}
