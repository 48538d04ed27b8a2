import { gestureActions } from '../gestures/offered.ts';
import type { Finding } from '../../checking/rule.ts';
import type { Logger } from '../../workspace/file-system.ts';
import type { TextRange } from '../../text/range.ts';
import { actionKinds, type Action, type ActionKind, type ActionRequest } from './action.ts';
import type { FindingActions, TextActions } from './action.ts';
import { addEvidence, citeForClaim, decideClaim, renameDuplicate } from './claim-attributes.ts';
import { copyAllFromLibrary, copyFromLibrary } from './copy-entry.ts';
import { convertFoundCitations, convertFoundNotes } from './convert-found.ts';
import { convertListedCitations, convertToPandoc } from './convert-to-pandoc.ts';
import { nearestActors, nearestAddresses, nearestKeys, nearestProperties } from './did-you-mean.ts';
import { fixesOfRule } from './fixes-of-rule.ts';
import { deleteIdleSuppression } from './idle-suppression.ts';
import { writeMissingNote } from './missing-note.ts';
import { addEntryFor, addEntryOfAsserter, declareUsed, registerActor } from './add-missing.ts';
import { allowFolder, allowFolderOfWorks } from './allow-folder.ts';
import { bibliographyOfNotes } from './notes-bibliography.ts';
import { mendBibliographyName } from './named-file.ts';
import { nameBibliography } from './name-bibliography.ts';
import { pagesOfWork } from './pages-of-work.ts';
import { renumberNotes } from './renumber-notes.ts';
import { settleConflict } from './settle-conflict.ts';
import { silenceFinding } from './silence-finding.ts';
import { deleteUnusedNote } from './unused-note.ts';
import { say } from '../../words/say.ts';

/** Replaces a placeholder by a citation. */
const citeInPlace: FindingActions = (finding) => [
  {
    title: say('Cite a work in its place…'),
    kind: actionKinds.fix,
    concerns: [finding],
    isPreferred: true,
    asks: 'cite',
    edits: () => [],
  },
];

/** The actions for a finding, by rule. */
const BY_RULE: ReadonlyMap<string, FindingActions> = new Map([
  ['footnote-undefined', writeMissingNote],
  ['footnote-unused', deleteUnusedNote],
  [
    'citation-undefined',
    (finding, request) => [
      ...copyFromLibrary(finding, request),
      ...nearestKeys(finding, request),
      ...addEntryFor(finding, request),
    ],
  ],
  [
    'bibliography-unnamed',
    (finding, request) => [...nameBibliography(finding, request), ...copyAllFromLibrary(finding, request)],
  ],
  [
    'bibliography-unreadable',
    (finding, { view, library }) => [
      ...allowFolder(finding, view.path, library),
      ...mendBibliographyName(finding, view.path, library),
    ],
  ],
  ['source-unread', (finding, { view, library }) => allowFolderOfWorks(finding, view.path, library)],
  [
    'actor-undefined',
    (finding, request) => [
      ...nearestActors(finding, request),
      ...addEntryOfAsserter(finding, request),
      ...registerActor(finding, request),
    ],
  ],
  [
    'property-undeclared',
    (finding, request) => [...nearestProperties(finding, request), ...declareUsed(finding, request)],
  ],
  ['locator-outside', pagesOfWork],
  ['placeholder', citeInPlace],
  ['claim-undefined', nearestAddresses],
  ['claim-duplicate', renameDuplicate],
  ['claim-open', decideClaim],
  [
    'claim-unsupported',
    (finding, request) => [...citeForClaim(finding, request), ...addEvidence(finding, request)],
  ],
  ['claim-contradiction', settleConflict],
  ['claim-self-contradiction', settleConflict],
  ['claim-commitment', settleConflict],
  ['claim-misreport', settleConflict],
  ['suppression-unused', deleteIdleSuppression],
]);

/** The actions for any finding; suppression comes last. */
const MENDING: readonly FindingActions[] = [
  (finding, request) => BY_RULE.get(finding.code)?.(finding, request) ?? [],
  fixesOfRule,
];

const OF_TEXT: readonly TextActions[] = [
  gestureActions,
  renumberNotes,
  convertFoundNotes,
  convertFoundCitations,
  convertListedCitations,
  convertToPandoc,
  bibliographyOfNotes,
];

/**
 * The actions for a selection: for findings that it touches, for its content, and for the whole document. `wants`
 * filters by kind. An action that throws is logged and does not affect the others.
 */
export function actionsAt(
  request: ActionRequest,
  wants: (kind: ActionKind) => boolean,
  logger: Logger,
): Action[] {
  const actions: Action[] = [];
  const add = (work: () => readonly Action[]) => {
    try {
      actions.push(...work());
    } catch (cause) {
      logger.error(`Actions for ${request.view.path} could not be worked out.`, cause);
    }
  };
  if (wants(actionKinds.fix)) {
    const findings = request.findings().filter(({ range }) => meets(request.selection, range));
    for (const finding of findings) for (const mend of MENDING) add(() => mend(finding, request));
    for (const finding of distinct(findings)) add(() => silenceFinding(finding, request));
  }
  for (const actionsOf of OF_TEXT) add(() => actionsOf(request, wants));
  // Clients request the edits of an action by title and kind, so these must be unique.
  return actions.filter(
    ({ title, kind }, i) => actions.findIndex((each) => each.title === title && each.kind === kind) === i,
  );
}

/**
 * For each finding in the document that has one, the fix that mends it and is preferred, asks nothing, and leaves nothing to
 * be filled in: a note of `[?]` would only hide that the note is missing.
 */
export function preferredFixes(request: ActionRequest, logger: Logger): Action[] {
  const isPreferred = ({ isPreferred, asks, edits }: Action) =>
    isPreferred === true &&
    asks === undefined &&
    edits().every(({ select, insert }) => select === undefined && !insert.includes('[?]'));
  return request.findings().flatMap((finding) => {
    try {
      const action = MENDING.flatMap((mend) => mend(finding, request)).find(isPreferred);
      return action ? [action] : [];
    } catch (cause) {
      logger.error(`Fixes for ${request.view.path} could not be worked out.`, cause);
      return [];
    }
  });
}

/** One finding per rule: a suppression on a line covers all of them. */
function distinct(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [finding.code, finding])).values()];
}

function meets(selection: TextRange, range: TextRange): boolean {
  return selection.from <= range.to && range.from <= selection.to;
}
