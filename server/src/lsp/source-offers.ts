import {
  CodeActionTriggerKind,
  type CodeAction,
  type CodeActionContext,
  type Diagnostic,
} from 'vscode-languageserver';
import { actionKinds } from '../features/actions/action.ts';
import { sourceAt } from '../features/source/source-at.ts';
import { openSourceCommand, productId } from '../protocol/names.ts';
import type { SourceQuestions } from '../protocol/source.ts';
import type { HandlerContext } from './handlers/handler.ts';
import { deferred, say } from '../words/say.ts';

const TITLE = deferred('Show the source');
/** Findings for which the text of the work is what one wants to see. */
const ABOUT_SOURCES = /^(?:quote-(?!unchecked)|locator-)/;

/**
 * The code action that shows the source of the citation or quotation at a place: as a fix for findings about quotations and
 * locators, else as a refactoring, which is offered only to those who ask. Empty where there is nothing to show.
 */
export function sourceOffers(
  asked: SourceQuestions['sourceAt'][0],
  { only, triggerKind, diagnostics }: CodeActionContext,
  { ask, options }: HandlerContext,
): CodeAction[] {
  const concerned = diagnostics.filter(isAboutSources);
  const kind = concerned.length > 0 ? actionKinds.fix : actionKinds.showSource;
  const isWanted = only
    ? only.some((each) => each === '' || kind === each || kind.startsWith(`${each}.`))
    : concerned.length > 0 || triggerKind !== CodeActionTriggerKind.Automatic;
  if (!isWanted) return [];
  const place = ask(asked.uri, asked.range.start);
  const here = place && sourceAt(place.request);
  if (!here || here.kind === 'nothing') return [];
  const command = options().gestures === true ? `${productId}.showSource` : openSourceCommand;
  return [
    {
      title: say(TITLE),
      kind,
      ...(concerned.length > 0 ? { diagnostics: concerned } : {}),
      command: { title: say(TITLE), command, arguments: [asked] },
    },
  ];
}

function isAboutSources({ source, code }: Diagnostic): boolean {
  return source === productId && ABOUT_SOURCES.test(String(code));
}
