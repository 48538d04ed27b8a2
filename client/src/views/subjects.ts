import { commands } from 'vscode';
import { productId } from '../../../server/src/protocol/names.ts';
import type { ActorRow } from '../../../server/src/protocol/views.ts';
import type { PictureScope } from '../../../server/src/protocol/pictures.ts';
import type { Server } from '../server.ts';
import { textInView } from './texts.ts';
import { pick } from '../shown/choices.ts';
import type { Line, Row } from '../shown/choices.ts';
import { inform } from '../shown/messages.ts';
import { say } from '../../../server/src/words/say.ts';

/** Lets the user choose an actor with claims; undefined when cancelled. */
export async function pickActor(server: Server, title: string): Promise<string | undefined> {
  const rows = async () => {
    const choices = actorChoices(await actorsOf(server), (id) => id);
    if (choices.length > 0) return choices;
    void inform(say('No claim is about an actor yet: name one in the “about” of a claim.'), {
      label: say('What Is It About…'),
      act: () => commands.executeCommand(`${productId}.claimAbout`),
    });
    return null;
  };
  return pick(rows(), title);
}

/** Lets the user choose the scope of a picture; undefined when cancelled. */
export function pickScope(server: Server, title: string): Promise<PictureScope | undefined> {
  return pick(scopes(server), title);
}

async function scopes(server: Server): Promise<(Row<PictureScope> | Line)[]> {
  const choices: (Row<PictureScope> | Line)[] = [
    { label: say('The whole workspace'), icon: 'root-folder', value: { kind: 'workspace' } },
  ];
  const text = textInView();
  if (text)
    choices.push({
      label: text.name,
      icon: 'file',
      description: say('the text in view'),
      value: { kind: 'file', uri: text.uri },
    });
  const tree = await server.ask('claimTree', { grouping: 'file', filter: '' });
  const files = (tree?.groups ?? []).filter(({ spot }) => spot && spot.uri !== text?.uri);
  if (files.length) choices.push({ line: say('Texts') });
  for (const { label, claims, spot } of files)
    choices.push({
      label,
      icon: 'file',
      description: counted(claims),
      value: { kind: 'file', uri: spot!.uri },
    });
  const actors = actorChoices<PictureScope>(await actorsOf(server), (actor) => ({ kind: 'actor', actor }));
  if (actors.length) choices.push({ line: say('Actors') }, ...actors);
  return choices;
}

async function actorsOf(server: Server): Promise<ActorRow[]> {
  const tree = await server.ask('actorTree', { filter: '' });
  return (tree?.kinds ?? []).flatMap(({ actors }) => actors).filter(({ claims }) => claims > 0);
}

function actorChoices<Value>(actors: readonly ActorRow[], value: (id: string) => Value): Row<Value>[] {
  return actors.map(({ id, name, kind, claims, contested }) => ({
    label: name,
    icon: 'organization',
    description: [
      kind,
      counted(claims),
      contested ? say('{contested, plural, other {# contested}}', { contested }) : '',
    ]
      .filter(Boolean)
      .join(' · '),
    ...(id === name ? {} : { detail: id }),
    value: value(id),
  }));
}

function counted(claims: number): string {
  return say('{claims, plural, one {one claim} other {# claims}}', { claims });
}
