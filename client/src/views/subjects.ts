import { QuickPickItemKind, window } from 'vscode';
import type { QuickPickItem } from 'vscode';
import type { ActorRow } from '../../../server/src/features/views/model.ts';
import type { PictureScope } from '../../../server/src/lsp/names.ts';
import type { Server } from '../server.ts';
import { textInView } from './texts.ts';

interface Choice<Value> extends QuickPickItem {
  readonly value?: Value;
}

/** Lets the person choose an actor of whom something is claimed; undefined when called off. */
export async function pickActor(server: Server, title: string): Promise<string | undefined> {
  const choices = actorChoices(await actorsOf(server), (id) => id);
  if (choices.length === 0) {
    void window.showInformationMessage('No claim is about an actor yet: name one in the “about” of a claim.');
    return undefined;
  }
  const picked = await window.showQuickPick(choices, {
    title,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.value;
}

/** Lets the person choose what a picture shows; undefined when called off. */
export async function pickScope(server: Server, title: string): Promise<PictureScope | undefined> {
  const choices: Choice<PictureScope>[] = [
    { label: '$(root-folder) The whole workspace', value: { kind: 'workspace' } },
  ];
  const text = textInView();
  if (text)
    choices.push({
      label: `$(file) ${text.name}`,
      description: 'the text in view',
      value: { kind: 'file', uri: text.uri },
    });
  const tree = await server.ask('claimTree', { grouping: 'file', filter: '' });
  const files = (tree?.groups ?? []).filter(({ spot }) => spot && spot.uri !== text?.uri);
  if (files.length) choices.push({ label: 'Texts', kind: QuickPickItemKind.Separator });
  for (const { label, claims, spot } of files)
    choices.push({
      label: `$(file) ${label}`,
      description: counted(claims),
      value: { kind: 'file', uri: spot!.uri },
    });
  const actors = actorChoices<PictureScope>(await actorsOf(server), (actor) => ({ kind: 'actor', actor }));
  if (actors.length) choices.push({ label: 'Actors', kind: QuickPickItemKind.Separator }, ...actors);
  return (await window.showQuickPick(choices, { title, matchOnDescription: true, matchOnDetail: true }))
    ?.value;
}

async function actorsOf(server: Server): Promise<ActorRow[]> {
  const tree = await server.ask('actorTree', { filter: '' });
  return (tree?.kinds ?? []).flatMap(({ actors }) => actors).filter(({ claims }) => claims > 0);
}

function actorChoices<Value>(actors: readonly ActorRow[], value: (id: string) => Value): Choice<Value>[] {
  return actors.map(({ id, name, kind, claims, contested }) => ({
    label: `$(organization) ${name}`,
    description: [kind, counted(claims), contested ? `${contested} contested` : '']
      .filter(Boolean)
      .join(' · '),
    ...(id === name ? {} : { detail: id }),
    value: value(id),
  }));
}

function counted(claims: number): string {
  return claims === 1 ? 'one claim' : `${claims} claims`;
}
