import type { ActionEdit, Action, TextActions, ActionRequest } from './action.ts';
import { actionKinds } from './action.ts';
import { convertCitations, countGroups } from './citation-conversion.ts';
import type { CitationPlan } from './citation-plan.ts';
import { convertNotes, type NoteConversion } from './note-conversion.ts';
import type { TextRange } from '../../text/range.ts';
import { say } from '../../words/say.ts';

/** Converts notes of a found text to Pandoc's, those in the selection or all. */
export const convertFoundNotes: TextActions = (request, wants) => {
  const { view, selection } = request;
  const { noteDefinitions, markers, columns } = view.found;
  // The lines of a note or an entry do not stand together in columns.
  if (noteDefinitions.length === 0 || columns) return [];
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
            ? say('Convert this note to a Pandoc footnote')
            : say('Convert {count} selected notes to Pandoc footnotes', { count: conversion.count }),
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
        title: say(
          '{total, plural, =1 {Convert the note to a Pandoc footnote} other {{share, select, all {Convert all {total} notes to Pandoc footnotes} other {Convert {done} of {total} notes to Pandoc footnotes}}}}',
          share(conversion.count, length),
        ),
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
  const { citations, possibleCitations, columns } = view.found;
  if (citations.length + possibleCitations.length === 0 || columns) return [];
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
            ? say('Convert this citation to Pandoc')
            : say(
                '{share, select, all {Convert all {total} selected citations to Pandoc} other {Convert {done} of {total} selected citations to Pandoc}}',
                share(plans.length, selected.size),
              ),
        kind: actionKinds.convertCitations,
        needsPreview: true,
        edits: () => inFile(request, { splices: plans }),
      });
  }
  if (wants(actionKinds.convertAllCitations)) {
    const plans: readonly CitationPlan[] = convertCitations(view, request.resolution(), () => true);
    if (plans.length > 0)
      actions.push({
        title: say(
          '{total, plural, =1 {Convert the citation to Pandoc} other {{share, select, all {Convert all {total} citations to Pandoc} other {Convert {done} of {total} citations to Pandoc}}}}',
          share(plans.length, countGroups(view)),
        ),
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

/** How many of them are converted, as values of a message. */
function share(done: number, total: number) {
  return { done, total, share: done === total ? 'all' : 'some' };
}

function meets(selection: TextRange, range: TextRange): boolean {
  return selection.from <= range.to && range.from <= selection.to;
}
