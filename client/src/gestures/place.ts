import { commands, window } from 'vscode';
import type { TextEditor } from 'vscode';
import type { GesturePlace } from '../../../server/src/protocol/names.ts';
import { isText } from '../schemes.ts';
import { inform } from '../shown/messages.ts';
import { say } from '../../../server/src/words/say.ts';

/** An editor with its selection in the protocol's terms. */
export interface Here {
  readonly editor: TextEditor;
  readonly place: GesturePlace;
}

/** The current place; null (with a message) where no text is being edited. */
export function here(): Here | null {
  const editor = window.activeTextEditor;
  if (!editor || !isText(editor.document.uri)) {
    void inform(say('Open a Markdown text first, and put the cursor where you mean.'), {
      label: say('Open a File…'),
      act: () => commands.executeCommand('workbench.action.quickOpen'),
    });
    return null;
  }
  const { document, selection } = editor;
  const { uri, version } = document;
  return {
    editor,
    place: {
      uri: uri.toString(),
      version,
      range: {
        start: { line: selection.start.line, character: selection.start.character },
        end: { line: selection.end.line, character: selection.end.character },
      },
    },
  };
}

/** Another place in the same text, given as zero-based line and column: `12:30`. */
export function elsewhere(now: Here, place: string): Here {
  const [line = 0, character = 0] = place.split(':').map(Number);
  const at = { line, character };
  return { ...now, place: { ...now.place, range: { start: at, end: at } } };
}
