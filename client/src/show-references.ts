import { Location, Position, Range, Uri, commands } from 'vscode';
import type { Disposable } from 'vscode';
import type { Location as ProtocolLocation, Position as ProtocolPosition } from 'vscode-languageclient';
import { showReferencesCommand } from '../../server/src/protocol/names.ts';

/** The command of claim lenses: shows places in VS Code's peek view, which needs its own types. */
export function registerShowReferences(): Disposable {
  return commands.registerCommand(
    showReferencesCommand,
    (uri: string, at: ProtocolPosition, places: readonly ProtocolLocation[]) =>
      commands.executeCommand(
        'editor.action.showReferences',
        Uri.parse(uri),
        new Position(at.line, at.character),
        places.map(
          ({ uri: file, range: { start, end } }) =>
            new Location(Uri.parse(file), new Range(start.line, start.character, end.line, end.character)),
        ),
      ),
  );
}
