import {
  anything,
  byMember,
  count,
  integer,
  isObject,
  list,
  number,
  object,
  oneOf,
  optional,
  PARAMS,
  position,
  range,
  record,
  text,
  truth,
  uri,
  type Shape,
} from './shape.ts';
import { gestureMethods, headingsMethod, sourceMethods, viewMethods } from '../../protocol/names.ts';
import { pictureKinds, pictureRow, type PictureRow } from '../../protocol/pictures.ts';
import { wordTable } from '../../text/word-table.ts';

const textDocument = object({ uri });
const inDocument = object({ textDocument });
const atPosition = object({ textDocument, position });
const inRange = object({ textDocument, range });
const filter = text;
const grouping = oneOf('file', 'asserter', 'actor', 'status');
const gesture = byMember('kind', {
  claim: object({}),
  actor: object({ actor: text }),
  newActor: object({ name: text }),
  quotation: object({ work: text, locator: text }),
  cite: object({ work: text }),
  copyEntry: object({ work: text }),
  newWork: object({
    type: text,
    authors: text,
    title: text,
    year: text,
    container: optional(text),
    key: optional(text),
  }),
  declareProperty: object({
    name: text,
    type: oneOf('boolean', 'choice', 'quantity', 'date', 'text'),
    of: optional(list(text)),
    unit: optional(text),
  }),
  sourceOf: object({ work: text }),
  fileOf: object({ work: text, file: text }),
  note: object({}),
  relate: object({ relation: oneOf('contradicts', 'supports', 'qualifies'), claim: text }),
  state: object({
    marks: optional(truth),
    declares: optional(truth),
    by: optional(text),
    about: optional(text),
    newHolder: optional(text),
    newActor: optional(text),
    says: optional(text),
  }),
  settle: object({ conflict: text, upheld: optional(text), reason: optional(text) }),
});
const scope = byMember('kind', {
  workspace: object({}),
  file: object({ uri }),
  actor: object({ actor: text }),
});
const hierarchyItem = object({
  item: object({ uri, data: object({ from: count, id: (id, at) => (id === null ? null : text(id, at)) }) }),
});
const folder = object({ uri, name: optional(text) });
const gesturePlace = { uri, version: integer, range };
const askedFile = { uri, file: text, work: text };
const stretch = object({ from: count, to: count });

/** The client capabilities whose shape matters. */
const capabilities = object({
  textDocument: optional(
    object({
      codeAction: optional(object({ resolveSupport: optional(object({ properties: list(text) })) })),
      completion: optional(object({ completionItem: optional(object({})) })),
    }),
  ),
  workspace: optional(object({})),
  window: optional(object({})),
});

/** The shapes of parameters by method. Other methods have none. */
const shapes = wordTable<Shape>({
  initialize: object({
    processId: optional(integer),
    rootUri: optional(uri),
    locale: optional(text),
    workspaceFolders: optional(list(folder)),
    capabilities,
    initializationOptions: optional(
      object({
        references: optional(truth),
        watches: optional(truth),
        pushed: optional(truth),
        status: optional(truth),
        gestures: optional(truth),
        schemas: optional(truth),
        headings: optional(list(text)),
        files: optional(truth),
        cache: optional(text),
        trusted: optional(truth),
        messages: optional(record(text)),
        rulePages: optional(text),
      }),
    ),
  }),
  initialized: optional(object({})),
  [headingsMethod]: object({ headings: list(text) }),
  shutdown: anything,
  exit: anything,
  '$/cancelRequest': object({ id: (id, at) => (typeof id === 'number' ? null : text(id, at)) }),
  '$/setTrace': object({ value: oneOf('off', 'messages', 'compact', 'verbose') }),
  '$/progress': object({ token: anything }),
  'window/workDoneProgress/cancel': object({
    token: (token, at) => (typeof token === 'number' ? null : text(token, at)),
  }),
  'textDocument/didOpen': object({ textDocument: object({ uri, version: integer, text }) }),
  'textDocument/didChange': object({
    textDocument: object({ uri, version: integer }),
    contentChanges: list(object({ range: optional(object({ start: position, end: position })), text })),
  }),
  'textDocument/didClose': inDocument,
  'workspace/didChangeConfiguration': object({ settings: anything }),
  'workspace/didChangeWatchedFiles': object({ changes: list(object({ uri })) }),
  'workspace/didChangeWorkspaceFolders': object({
    event: object({ added: list(folder), removed: list(folder) }),
  }),
  'workspace/willRenameFiles': object({ files: list(object({ oldUri: uri, newUri: uri })) }),
  'workspace/symbol': object({ query: text }),
  'workspace/diagnostic': object({ previousResultIds: list(object({ uri, value: text })) }),
  'textDocument/diagnostic': object({ textDocument, previousResultId: optional(text) }),
  'textDocument/hover': atPosition,
  'textDocument/definition': atPosition,
  'textDocument/references': object({
    textDocument,
    position,
    context: object({ includeDeclaration: truth }),
  }),
  'textDocument/documentHighlight': atPosition,
  'textDocument/prepareRename': atPosition,
  'textDocument/rename': object({ textDocument, position, newName: text }),
  'textDocument/documentSymbol': inDocument,
  'textDocument/documentLink': inDocument,
  'textDocument/foldingRange': inDocument,
  'textDocument/selectionRange': object({ textDocument, positions: list(position) }),
  'textDocument/semanticTokens/full': inDocument,
  'textDocument/semanticTokens/range': inRange,
  'textDocument/inlayHint': inRange,
  'textDocument/codeLens': inDocument,
  'textDocument/prepareCallHierarchy': atPosition,
  'callHierarchy/incomingCalls': hierarchyItem,
  'callHierarchy/outgoingCalls': hierarchyItem,
  'textDocument/completion': atPosition,
  'completionItem/resolve': object({
    label: text,
    data: optional(object({ uri, line: count, character: count, key: text })),
  }),
  'textDocument/codeAction': object({
    textDocument,
    range,
    context: object({ diagnostics: list(object({ range })), only: optional(list(text)) }),
  }),
  'codeAction/resolve': object({
    title: text,
    data: optional(object({ uri, version: integer, range, kind: text, title: text })),
  }),
  [viewMethods.claimTree]: object({ grouping, filter }),
  [viewMethods.claimsOfGroup]: object({
    group: object({ key: text, grouping, subject: text }),
    filter,
  }),
  [viewMethods.claimAt]: object({ uri, position, grouping }),
  [viewMethods.actorTree]: object({ filter }),
  [viewMethods.checkTree]: object({}),
  [viewMethods.placesOfChecks]: object({
    group: object({
      key: text,
      work: optional(text),
      kind: oneOf('quotation', 'citation', 'locator'),
      name: text,
    }),
  }),
  ...Object.fromEntries(pictureKinds.map((kind) => [viewMethods[kind], pictureShape(pictureRow(kind))])),
  [viewMethods.citing]: object({ uri }),
  [viewMethods.foundPlaces]: object({ uri }),
  [viewMethods.citedWorks]: object({ uri }),
  [gestureMethods.gestureChoices]: object({
    ...gesturePlace,
    subject: oneOf(
      'newProperty',
      'textOf',
      'newWork',
      'actor',
      'work',
      'quotedWork',
      'claim',
      'conflict',
      'holder',
      'subject',
      'property',
      'value',
    ),
    filter,
    of: optional(text),
    marks: optional(truth),
  }),
  [gestureMethods.gestureEdit]: object({ ...gesturePlace, gesture }),
  [gestureMethods.quoteSource]: object({ ...gesturePlace, file: text, work: text, stretch }),
  [sourceMethods.sourceAt]: object({ uri, range }),
  [sourceMethods.sourcePage]: object({ ...askedFile, index: count, scale: number }),
  [sourceMethods.searchSource]: object({ ...askedFile, words: text }),
  [sourceMethods.takeSource]: object(askedFile),
  'workspace/executeCommand': object({ command: text, arguments: optional(list(anything)) }),
});

/** The shape of a picture's parameters, from its row. */
function pictureShape({ asks, rows }: PictureRow): Shape {
  return object({
    ...(asks === 'actor' ? { actor: text } : { scope }),
    ...(rows ? { rows: oneOf(...rows) } : {}),
  });
}

/** What is wrong with the parameters of a message, as a sentence; null where nothing is, or the method is unknown. */
export function wrongParameters(method: string, params: unknown): string | null {
  const wrong = shapes[method]?.(params, PARAMS);
  return wrong ? `${method} cannot be answered: ${wrong}` : null;
}

/** The methods whose parameters are validated. */
export const knownMethods: readonly string[] = Object.keys(shapes);

/**
 * Takes the process id of the client out of the parameters: the host watches that process, instead of the library.
 */
export function takeProcessId(params: unknown): number | null {
  if (!isObject(params)) return null;
  const { processId } = params as { processId?: unknown };
  (params as { processId: unknown }).processId = null;
  return typeof processId === 'number' && processId > 0 ? processId : null;
}
