/** `sicetnon picture`: what the pictures of the editor show, as a page that needs nothing besides itself. */
import { basename } from 'node:path';
import { pictureViews } from '../features/views/pictures.ts';
import type { PictureView } from '../features/views/picture-view.ts';
import { ViewRequest, type ViewScope } from '../features/views/view-request.ts';
import {
  pictureKinds,
  pictureRow,
  type PictureAnswers,
  type PictureAsked,
  type PictureKind,
} from '../protocol/pictures.ts';
import type { Service } from '../service.ts';
import type { Stepwise } from '../text/stepwise.ts';
import type { TextRange } from '../text/range.ts';
import { language, listOf, say } from '../words/say.ts';
import { pathFrom } from './path-from.ts';
import { openingOf, openService, tellNotes } from './open-service.ts';
import type { OptionValues } from './options.ts';
import { picturePage, type Drawn } from './picture-page.ts';
import { printable } from './printable.ts';
import type { ProgressLine } from './progress-line.ts';
import { askedRoots } from './roots.ts';
import { EXIT, Stops, type Terminal } from './terminal.ts';

/** The names of the pictures, as they are asked for. */
export const PICTURES: readonly string[] = pictureKinds.map((kind) => pictureRow(kind).page);

/** Writes the page of a picture. Throws with a sentence for a person where it cannot. */
export async function picture(
  asked: readonly string[],
  options: OptionValues,
  terminal: Terminal,
  progress: ProgressLine,
): Promise<number> {
  const [name, ...others] = asked;
  const kind = pictureKinds.find((each) => pictureRow(each).page === name);
  if (!kind || others.length > 0) throw new Error(say('Say one picture: {all}.', { all: listOf(PICTURES) }));
  if (!terminal.page) throw new Error(say('The pages of pictures are not part of this build.'));
  const [root] = askedRoots([], terminal.cwd);
  tellNotes(root!, options, terminal);
  const service = await openService(openingOf(root!, terminal, options), terminal, progress);
  const place = { root: root!.root, cwd: terminal.cwd };
  const { scope, title } = scopeOf(kind, options, service, place);
  const request = new ViewRequest({
    ...service.viewed(),
    spot: (file, range) => spotOf(service, file, range, pathFrom(place, file)),
    prefix: '',
  });
  const stops = new Stops(terminal);
  const drawn: Drawn[] = [];
  // What the page can switch between is all in it.
  for (const rows of pictureRow(kind).rows ?? [null]) {
    const question = { kind, scope, ...(scope.kind === 'actor' ? { actor: scope.actor } : {}), rows };
    const steps = answerOf(kind, request, question);
    let step = steps.next();
    for (; !step.done; step = steps.next()) await stops.pass();
    drawn.push({ question, title, answer: step.value, rows });
  }
  const row = pictureRow(kind);
  const { script, style } = terminal.page(row.page);
  const translations = terminal.pageWords?.(language()) ?? {};
  const words = { language: language(), title: `${say(row.title)}: ${title}`, translations };
  terminal.write(picturePage({ ...words, script, style, drawn }));
  return EXIT.clean;
}

function* answerOf<Kind extends PictureKind>(
  kind: Kind,
  request: ViewRequest,
  question: object,
): Stepwise<PictureAnswers[Kind]> {
  const view: PictureView<Kind> = pictureViews[kind];
  const asked = question as PictureAsked<Kind, ViewScope>;
  return view.joined([yield* view.inFolder(request, asked)], asked);
}

/** Which claims are shown, and what they are of, in words. */
function scopeOf(
  kind: PictureKind,
  { actor, text }: OptionValues,
  service: Service,
  place: { readonly root: string; readonly cwd: string },
): { readonly scope: ViewScope; readonly title: string } {
  const { library, reasoning } = service.viewed();
  if (actor !== undefined && text !== undefined) throw new Error(say('Say either --actor or --text.'));
  if (pictureRow(kind).asks === 'actor' && actor === undefined)
    throw new Error(
      say('Say of whom with --actor, by the name in the register: {example}.', {
        example: `sicetnon picture ${pictureRow(kind).page} --actor ID`,
      }),
    );
  if (actor !== undefined) {
    if (reasoning.claimsAbout(actor).length === 0)
      throw new Error(say('No claim is about an actor “{actor}”.', { actor: printable(actor) }));
    return { scope: { kind: 'actor', actor }, title: library.actors(actor)[0]?.actor.name.text ?? actor };
  }
  if (text === undefined) return { scope: { kind: 'workspace' }, title: basename(place.root) };
  const path = service
    .documentPaths()
    .find((each) => pathFrom(place, each) === pathFrom({ ...place, root: place.cwd }, text));
  if (path === undefined) throw new Error(say('There is no text “{text}”.', { text: printable(text) }));
  return { scope: { kind: 'file', path }, title: pathFrom(place, path) };
}

/** A place as pages have it: an address from where the page is written. */
function spotOf(service: Service, file: string, range: TextRange, shown: string) {
  const { library } = service.viewed();
  const lines = library.linesOf(file);
  const start = { line: 0, character: 0 };
  return {
    uri: shown.split('/').map(encodeURIComponent).join('/'),
    range: lines?.positions(range) ?? { start, end: start },
  };
}
