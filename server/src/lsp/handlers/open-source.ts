import { MessageType, ShowDocumentRequest } from 'vscode-languageserver';
import { openSourceCommand, sourceMethods } from '../../protocol/names.ts';
import { pageInWords } from '../../features/source/page-in-words.ts';
import { wrongParameters } from '../inbox/parameters.ts';
import type { SourceQuestions } from '../../protocol/source.ts';
import { unmarked } from '../../text/unmarked.ts';
import { refusal } from '../refusal.ts';
import type { Handler } from './handler.ts';
import { sourceBehind } from './sources.ts';

/**
 * A command for clients that draw no pages themselves: they are asked to open the file of the work, with the program for such files
 * where it is no text, and the page is said.
 */
export const openSource: Handler = {
  capabilities: {},
  register(context) {
    const { connection } = context;
    connection.onExecuteCommand(async ({ command, arguments: given }, token) => {
      if (command !== openSourceCommand) throw refusal(`There is no command “${command}”.`);
      const [asked] = (given ?? []) as [SourceQuestions['sourceAt'][0]?];
      const wrong = wrongParameters(sourceMethods.sourceAt, asked);
      if (wrong !== null || !asked)
        throw refusal(wrong ?? 'The command needs the place of a citation or quotation.');
      const found = await sourceBehind(context, asked.uri, asked.range.start, token);
      const say = (type: MessageType, message: string) =>
        connection.sendNotification('window/showMessage', { type, message: unmarked(message) });
      if (found.status === 'none') return say(MessageType.Warning, found.why);
      if (found.status === 'file') {
        const file = context.shown(asked.uri);
        const opened = await file?.desk.service.sources.open(found.source.file);
        const page = opened?.status === 'read' ? pageInWords(opened.value, found.source.index) : null;
        await say(MessageType.Info, `${found.source.title}${page === null ? '' : `, ${page}`}`);
      }
      if (context.client().window?.showDocument?.support !== true) return;
      const { uri, selection } =
        found.status === 'text'
          ? { uri: found.spot.uri, selection: found.spot.range }
          : { uri: found.source.uri, selection: null };
      await connection.sendRequest(ShowDocumentRequest.type, {
        uri,
        takeFocus: true,
        ...(selection ? { selection } : { external: true }),
      });
    });
  },
};
