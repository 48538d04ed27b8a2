import type { ActionEdit, Action, TextActions, ActionRequest } from './action.ts';
import { actionKinds } from './action.ts';
import { convertCitations, countGroups } from './citation-conversion.ts';
import type { CitationPlan } from './citation-plan.ts';
import { convertNotes, type NoteConversion } from './note-conversion.ts';
import type { TextRange } from '../../text/range.ts';

/** Converts notes of a found text to Pandoc's, those in the selection or all. */
export const convertFoundNotes: TextActions = (request, wants) => {
  const { view, selection } = request;
  const { noteDefinitions, markers } = view.found;
  if (noteDefinitions.length === 0) return [];
  const actions: Action[] = [];
  const isSelected = (index: number) => {
    const definition = noteDefinitions[index]!;
    return (
      meets(selection, definition.range) ||
      definition.markers.some((i) => meets(selection, markers[i]!.range))
    );
  };
  if (wants(actionKinds.convertNotes) && noteDefinitions.some((_, i) => isSelected(i))) {
    const conversion = convertNotes(view, isSelected);
    if (conversion.count > 0)
      actions.push({
        title:
          conversion.count === 1
            ? 'Convert this note to a Pandoc footnote'
            : `Convert ${conversion.count} selected notes to Pandoc footnotes`,
        kind: actionKinds.convertNotes,
        needsPreview: true,
        edits: () => inFile(request, conversion),
      });
  }
  if (wants(actionKinds.convertAllNotes)) {
    const conversion = convertNotes(view, () => true);
    const { length } = noteDefinitions;
    if (conversion.count > 0)
      actions.push({
        title: `Convert ${share(conversion.count, length, 'note')} to Pandoc footnotes`,
        kind: actionKinds.convertAllNotes,
        needsPreview: true,
        edits: () => inFile(request, conversion),
      });
  }
  return actions;
};

/**
 * Converts author–year citations of a found text to Pandoc's, those in the selection or all; only those that resolve
 * to a single entry.
 */
export const convertFoundCitations: TextActions = (request, wants) => {
  const { view, selection } = request;
  const { citations, possibleCitations } = view.found;
  if (citations.length + possibleCitations.length === 0) return [];
  const actions: Action[] = [];
  const isSelected = ({ groupRange, range }: { groupRange: TextRange; range: TextRange }) =>
    meets(selection, groupRange) || meets(selection, range);
  const selected = new Set(
    [...citations, ...possibleCitations].filter(isSelected).map(({ groupRange }) => groupRange.from),
  );
  if (wants(actionKinds.convertCitations) && selected.size > 0) {
    const plans = convertCitations(view, request.resolution(), ({ from }) => selected.has(from));
    if (plans.length > 0)
      actions.push({
        title:
          selected.size === 1
            ? 'Convert this citation to Pandoc'
            : `Convert ${share(plans.length, selected.size, 'selected citation')} to Pandoc`,
        kind: actionKinds.convertCitations,
        needsPreview: true,
        edits: () => inFile(request, { splices: plans }),
      });
  }
  if (wants(actionKinds.convertAllCitations)) {
    const plans: readonly CitationPlan[] = convertCitations(view, request.resolution(), () => true);
    if (plans.length > 0)
      actions.push({
        title: `Convert ${share(plans.length, countGroups(view), 'citation')} to Pandoc`,
        kind: actionKinds.convertAllCitations,
        needsPreview: true,
        edits: () => inFile(request, { splices: plans }),
      });
  }
  return actions;
};

function inFile(
  { view: { path } }: ActionRequest,
  { splices }: Pick<NoteConversion, 'splices'>,
): ActionEdit[] {
  return splices.map(({ range, insert }) => ({ path, range, insert }));
}

/** `the citation`, `all 3 citations`, `2 of 3 citations`. */
function share(done: number, total: number, what: string): string {
  if (total === 1) return `the ${what}`;
  return `${done === total ? 'all' : `${done} of`} ${total} ${what}s`;
}

function meets(selection: TextRange, range: TextRange): boolean {
  return selection.from <= range.to && range.from <= selection.to;
}
