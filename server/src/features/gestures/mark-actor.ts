import { folded } from '../../found/folding.ts';
import type { ActionRequest } from '../actions/action.ts';
import { beingWritten } from '../being-written.ts';
import { isGlob, resolvePath } from '../../workspace/paths.ts';
import type { TextRange } from '../../text/range.ts';
import { isMarked, markEdits, markingOf, type Marking } from './marking.ts';
import { refused, type Done, type Outcome, type Refused } from './outcome.ts';
import { addToList, together } from './project-edits.ts';
import { attributeValue, nameOf, wordsOf, yamlValue } from './names.ts';
import { deferred, say } from '../../words/say.ts';

const SELECT = deferred('Select the words that mean the actor: “the union”, say.');

/** Marks the selection as a mention of a registered actor. */
export function markActor(request: ActionRequest, actor: string): Outcome {
  const marking = mentioned(request);
  if ('status' in marking) return marking;
  const { library } = request;
  if (library.actors(actor).length === 0)
    return refused(say('No register knows the actor “{actor}” any more.', { actor }));
  return { status: 'done', edits: mark(marking, actor, request) };
}

/** Marks the selection as a mention of a new actor, and registers it under `name`. */
export function markNewActor(request: ActionRequest, name: string): Outcome {
  const marking = mentioned(request);
  if ('status' in marking) return marking;
  const registered = registration(request, name);
  if ('status' in registered) return registered;
  const { id, made } = registered;
  // A mention by the actor's own name is recognised without a mark.
  const needsMark = folded(mentionedWords(request)) !== folded(name.replace(/\s+/g, ' ').trim());
  return { ...made, edits: [...(needsMark ? mark(marking, id, request) : []), ...made.edits] };
}

/**
 * The edit that registers an actor under a name, and its id if that is not the one asked for; or the reason why it
 * cannot be done.
 */
export function registration(
  request: ActionRequest,
  name: string,
  wanted: string | null = null,
): { readonly id: string; readonly made: Done } | Refused {
  const registered = registrations(request, [name], wanted);
  return 'status' in registered ? registered : { id: registered.ids[0]!, made: registered.made };
}

/**
 * The edit that registers actors under some names, and their ids in that order; or the reason why it cannot be done. A name
 * that stands twice is one actor's. `wanted` is the id that the first is to have.
 */
export function registrations(
  request: ActionRequest,
  names: readonly string[],
  wanted: string | null = null,
): { readonly ids: readonly string[]; readonly made: Done } | Refused {
  const { library } = request;
  const all = names.map((name) => name.replace(/\s+/g, ' ').trim());
  if (all.includes('')) return refused(say('An actor needs a name.'));
  const register = registerToWriteIn(request);
  if ('status' in register) return register;
  const idOf = new Map<string, string>();
  for (const words of all) {
    if (idOf.has(words)) continue;
    const stem = nameOf(words, 'actor');
    let id = idOf.size === 0 && wanted !== null ? wanted : stem;
    const isTaken = () => library.actors(id).length > 0 || [...idOf.values()].includes(id);
    for (let number = 2; isTaken(); number++) id = `${stem}-${number}`;
    idOf.set(words, id);
  }
  const actors = [...idOf];
  const insert =
    register.isNew && /\.json$/i.test(register.path)
      ? `${JSON.stringify(Object.fromEntries(actors.map(([name, id]) => [id, { name }])), null, 2)}\n`
      : register.before + actors.map(([words, id]) => `${id}:\n  name: ${yamlValue(words)}\n`).join('\n');
  const written: Outcome = {
    status: 'done',
    edits: [{ path: register.path, range: register.range, insert }],
    ...(register.isNew ? { creates: register.path } : {}),
  };
  const made = register.isNamed ? written : together(written, addToList(library, 'actors', register.path));
  return made.status === 'refused' ? made : { ids: all.map((words) => idOf.get(words)!), made };
}

/** How the selection can be marked, or why it cannot. */
export function mentioned(request: ActionRequest): Marking | Outcome {
  const { selection } = request;
  const marking = selection.from === selection.to ? null : markingOf(request, selection);
  if (!marking) return refused(say(SELECT));
  if (marking.part === 'div')
    return refused(say('An actor is named by a few words of one paragraph: select those alone.'), 'again');
  if (isMarked(marking, 'actor', request))
    return refused(say('These words are marked as an actor already.'), 'entry');
  return marking;
}

/** The text of the selection, as the name of a new actor. */
export function mentionedWords(request: ActionRequest): string {
  const marking = mentioned(request);
  return 'status' in marking ? '' : wordsOf(request.view, marking.range);
}

function mark(marking: Marking, id: string, { view }: ActionRequest) {
  return markEdits(marking, `.actor ref=${attributeValue(id)}`, view.path);
}

interface RegisterEnd {
  readonly path: string;
  readonly range: TextRange;
  /** The separator between the register's last line and the new entry. */
  readonly before: string;
  readonly isNew: boolean;
  /** Whether the project names it. */
  readonly isNamed: boolean;
}

/** The default name of a new register. */
const FIRST_REGISTER = 'actors.yaml';

/** Names allowed for a new register: the project file is untrusted, and could name any of the user's files. */
const REGISTER = /\.(?:ya?ml|json)$/i;

function newRegister(named: string): RegisterEnd | Refused {
  const path = resolvePath('', named);
  if (path === null)
    return refused(
      say('The register “{named}” would lie outside the workspace, where nothing is written.', { named }),
    );
  if (!REGISTER.test(path))
    return refused(
      say('The register “{named}” is not made: its name has to end in .yaml, .yml or .json.', { named }),
    );
  if (path.split('/').some((part) => part.startsWith('.')))
    return refused(
      say('The register “{named}” is not made: hidden files and folders are left alone.', { named }),
    );
  return { path, range: { from: 0, to: 0 }, before: '', isNew: true, isNamed: true };
}

/**
 * The end of the first register with entries on lines of their own; else a missing register that the project names.
 */
function registerToWriteIn({ library }: ActionRequest): RegisterEnd | Refused {
  for (const path of library.registerPaths()) {
    const register = library.register(path);
    if (!register) continue;
    if (library.inDoubt.has(path)) return refused(beingWritten(path));
    const { lines, content } = register;
    const atMargin = content.actors.every(({ id }) => lines.positionAt(id.range.from).character === 0);
    if (!atMargin || content.problems.length > 0) continue;
    const last = lines.lineCount - 1;
    const to = lines.lineEnd(last);
    const isOpen = lines.lineStart(last) < to;
    const before = content.actors.length === 0 ? (isOpen ? '\n' : '') : isOpen ? '\n\n' : '\n';
    return { path, range: { from: to, to }, before, isNew: false, isNamed: true };
  }
  const missing = library.project.actors.find(({ text }) => {
    const path = isGlob(text) ? null : resolvePath('', text);
    return path !== null && library.unreadableFile(path) === 'missing';
  });
  if (missing) return newRegister(missing.text);
  if (library.hasRegister)
    return refused(
      say('No register can be added to: each has entries that cannot be read, or is written in braces.'),
    );
  const named = library.project.actors.find(({ text }) => !isGlob(text));
  if (named)
    return refused(
      say('The register “{named}”, which the project file names, cannot be written: correct its path.', {
        named: named.text,
      }),
    );
  let path = FIRST_REGISTER;
  for (let number = 2; library.files.has(path); number++) path = `actors-${number}.yaml`;
  return { path, range: { from: 0, to: 0 }, before: '', isNew: true, isNamed: false };
}
