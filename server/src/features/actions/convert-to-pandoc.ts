/** Converts all that was read in a found text to Pandoc's syntax, in one step. */
import type { TextRange } from '../../text/range.ts';
import { folderOf, relativeTo } from '../../workspace/paths.ts';
import { actionKinds, type Action, type ActionEdit, type ActionRequest, type TextActions } from './action.ts';
import { citationPlans } from './citation-conversion.ts';
import type { CitationPlan } from './citation-plan.ts';
import { remainsComment, remainsOf } from './conversion-remains.ts';
import { apartFrom, soundParts, type ConversionPart } from './conversion-part.ts';
import { describedWorks, type DescribedWorks } from './described-works.ts';
import { metadataEdits } from './metadata-edits.ts';
import { freePlace, NEW_FORMATS, writtenBibliography } from './new-bibliography.ts';
import { notePlans, splicesOfNotes, type NotePlan } from './note-conversion.ts';
import { plainEscapes } from './plain-escapes.ts';
import { shortFormPlans } from './short-form-conversion.ts';
import { changes, spliced, type TextSplice } from './splices.ts';
import { unlocatedIn } from './unlocated-quotations.ts';
import { say } from '../../words/say.ts';

/** What is converted. */
interface Kinds {
  readonly notes: boolean;
  readonly citations: boolean;
  readonly shortForms: boolean;
}

const ALL: Kinds = { notes: true, citations: true, shortForms: true };

/**
 * Converts notes, citations and short forms of a found text to Pandoc's. Works that no bibliography has are written
 * into a new one, in the format that the user chooses, which the front matter then names. What was not understood is left
 * as it was, and listed in a comment at the end.
 */
export const convertToPandoc: TextActions = (request, wants) => {
  const { found } = request.view;
  const actions: Action[] = [];
  if (found.columns) return actions;
  const isNoted = found.noteDefinitions.some(({ markers }) => markers.length > 0);
  const isCiting = found.citations.length > 0 || found.possibleCitations.length > 0;
  const isShort = found.shortTitles.some(({ status }) => status === 'resolved');
  if (wants(actionKinds.convertToPandoc) && (isNoted || isCiting || isShort))
    actions.push(...inFormats(request, ALL, say('Convert to Pandoc'), actionKinds.convertToPandoc));
  if (wants(actionKinds.convertAllShortForms) && isShort)
    actions.push(
      ...inFormats(
        request,
        { notes: false, citations: false, shortForms: true },
        say('Convert ibid. and other short forms to Pandoc citations'),
        actionKinds.convertAllShortForms,
      ),
    );
  return actions;
};

/**
 * Converts citations of a text that describes works itself: by name and year, or by the numbers of its list of
 * references, which becomes a bibliography.
 */
export const convertListedCitations: TextActions = (request, wants) => {
  const { found } = request.view;
  if (!wants(actionKinds.convertAllCitations) || found.citations.length === 0 || found.columns) return [];
  const kinds = { notes: false, citations: true, shortForms: false };
  const known = request.resolution().citations;
  const isOpen = found.citations.some(
    ({ status }, i) => status === 'resolved' && known[i]!.keys.length === 0,
  );
  const title = say('Convert citations to Pandoc');
  return isOpen ? inFormats(request, kinds, title, actionKinds.convertAllCitations, true) : [];
};

function inFormats(
  request: ActionRequest,
  kinds: Kinds,
  title: string,
  kind: Action['kind'],
  needsNew = false,
): Action[] {
  const described = describedWorks(request);
  const { works } = described;
  if (works.length === 0 && needsNew) return [];
  let made: Conversion | null = null;
  const conversion = () => (made ??= converted(request, kinds, described));
  // A long text is converted only when that is asked for.
  if (request.view.text.length <= LONGEST_TRIED && conversion().splices.length === 0) return [];
  if (works.length === 0) {
    const edits = () => textEdits(request, kinds, conversion());
    return [{ title, kind, needsPreview: true, edits }];
  }
  return NEW_FORMATS.flatMap((format): Action[] => {
    const place = freePlace(request, 'works', format.extension);
    if (place === null) return [];
    return [
      {
        title: say('{title}, with a bibliography in {format}', { title, format: format.name }),
        kind,
        needsPreview: true,
        creates: place,
        edits: () => {
          const bibliography = {
            path: place,
            range: { from: 0, to: 0 },
            insert: writtenBibliography(works, format),
          };
          const { keys } = conversion();
          const named = [place, ...besideOnly(request, keys)];
          const metadata = metadataEdits(
            request.view,
            named.map((each) => relativeTo(folderOf(request.view.path), each)),
            request.view.found.references.length > 0,
          );
          return metadata ? [bibliography, ...metadata, ...textEdits(request, kinds, conversion())] : [];
        },
      },
    ];
  });
}

/** How long a text may be that is converted to see whether there is anything to offer, in UTF-16 units. */
const LONGEST_TRIED = 200_000;

/** What is done to the text itself. */
interface Conversion {
  readonly splices: readonly TextSplice[];
  /** The places that were converted. */
  readonly done: readonly TextRange[];
  /** The works cited now. */
  readonly keys: readonly string[];
}

function converted(request: ActionRequest, kinds: Kinds, { works, resolution }: DescribedWorks): Conversion {
  const { view } = request;
  const text = view.text.text;
  const notes = kinds.notes ? notePlans(view, () => true) : [];
  const citations = kinds.citations ? citationPlans(view, resolution, () => true) : [];
  const shortForms = kinds.shortForms ? shortFormPlans(view, resolution) : [];
  const cited: CitationPlan[] = [];
  for (const plans of [citations, shortForms]) cited.push(...apartFrom(plans, [...notes, ...cited]));
  const isNote = (part: ConversionPart): part is NotePlan => 'definition' in part;
  const conversions = (parts: readonly ConversionPart[]): TextSplice[] => [
    ...splicesOfNotes(parts.filter(isNote), text),
    ...parts.filter((part) => !isNote(part)).flatMap(({ splices }) => splices),
  ];
  const splicesOf = (parts: readonly ConversionPart[]): TextSplice[] => {
    const own = conversions(parts);
    const spared = own.map(({ range }) => range).sort((a, b) => a.from - b.from || a.to - b.to);
    return [...own, ...plainEscapes(view, spared)];
  };
  let parts = soundParts<ConversionPart>(text, [...notes, ...cited], splicesOf);
  const unlocated = unlocatedIn(text, splicesOf(parts), works, request);
  if (unlocated.length > 0) {
    const { place } = spliced(text, splicesOf(parts));
    const isTold = ({ range, insert }: TextSplice) =>
      insert.includes('@') &&
      unlocated.some((at) => at >= place(range.from) && at < place(range.from) + insert.length);
    const left = parts.filter((part) => isNote(part) || !part.splices.some(isTold));
    parts = soundParts<ConversionPart>(text, left, splicesOf);
  }
  return {
    splices: parts.length === 0 ? [] : splicesOf(parts).filter(changes(text)),
    done: conversions(parts).map(({ range }) => range),
    keys: parts.flatMap((part) => (isCited(part) ? part.items.map(({ key }) => key) : [])),
  };
}

function isCited(part: ConversionPart): part is CitationPlan {
  return 'items' in part;
}

/** The edits of the text, with a list of what was left where all kinds are converted. */
function textEdits({ view }: ActionRequest, kinds: Kinds, { splices, done }: Conversion): ActionEdit[] {
  if (splices.length === 0) return [];
  const { path } = view;
  const edits = splices.map(({ range, insert }): ActionEdit => ({ path, range, insert }));
  const comment = kinds === ALL ? remainsComment(view, remainsOf(view.found, done)) : '';
  if (comment === '') return edits;
  const end = view.text.length;
  const gap = view.text.text.endsWith('\n') ? '\n' : '\n\n';
  return [...edits, { path, range: { from: end, to: end }, insert: gap + comment }];
}

/** The bibliographies cited from that count only while nothing is named. */
function besideOnly({ view: { path }, library }: ActionRequest, keys: readonly string[]): string[] {
  if (!library.citesFromFound(path)) return [];
  const paths = keys.flatMap((key) =>
    library
      .entries(path, key)
      .slice(0, 1)
      .map((entry) => entry.path),
  );
  return [...new Set(paths)].filter((each) => !library.isOwnLibrary(each));
}
