import { actionKinds, isOfText } from '../features/actions/action.ts';
import type { Action, ActionKind, ActionRequest } from '../features/actions/action.ts';
import { actionsAt, preferredFixes } from '../features/actions/all.ts';
import { actionsInData } from '../features/actions/in-data.ts';
import type { PositionRange } from '../text/range.ts';
import { actionRequest } from './action-request.ts';
import { shownView } from './unread-text.ts';
import type { WorkspaceParts } from './workspace-parts.ts';

/** The code actions for open files: documents, data files, and plain texts that are no documents. */
export class CodeActions {
  constructor(private readonly parts: WorkspaceParts) {}

  /** The actions for a selection. `wants` filters by kind. */
  at(path: string, range: PositionRange, wants: (kind: ActionKind) => boolean): Action[] {
    const { library, reasoning, options } = this.parts;
    const request = this.request(path, range);
    if (request) return actionsAt(request, wants, options.logger);
    const plain = library.hasProject ? null : shownView(this.parts, path);
    if (!plain) return this.inData(path, range, wants);
    // Of a plain text that is no document nothing is checked or known; its own words can be converted.
    const ofText = actionRequest(plain, range, { library, reasoning }, () => []);
    return actionsAt(ofText, (kind) => isOfText(kind) && wants(kind), options.logger);
  }

  /** The preferred fix of each finding in an open document that has one. */
  preferred(path: string): Action[] {
    const request = this.request(path, this.parts.linesOf(path).positions({ from: 0, to: 0 }));
    return request ? preferredFixes(request, this.parts.options.logger) : [];
  }

  /** The request for actions and gestures at a selection in an open document; null where `path` is none. */
  request(path: string, range: PositionRange): ActionRequest | null {
    const view = this.parts.documents.open(path);
    const { library, reasoning, checker, firstReading } = this.parts;
    const findings = () => checker.rated(path, firstReading.isWhole);
    return view ? actionRequest(view, range, { library, reasoning }, findings) : null;
  }

  /** The actions for findings at a selection in a data file. */
  private inData(path: string, range: PositionRange, wants: (kind: ActionKind) => boolean): Action[] {
    const { library, shared, checker, firstReading } = this.parts;
    if (!shared.buffer(path) || !wants(actionKinds.fix)) return [];
    const lines = this.parts.linesOf(path);
    const [from, to] = [lines.offsetAt(range.start), lines.offsetAt(range.end)];
    return checker
      .rated(path, firstReading.isWhole)
      .filter((finding) => finding.range.from <= to && from <= finding.range.to)
      .flatMap((finding) => actionsInData(finding, path, library));
  }
}
