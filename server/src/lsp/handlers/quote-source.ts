import type { CancellationToken } from 'vscode-languageserver';
import { quoteSource as quotationOf } from '../../features/source/quote-source.ts';
import { whyNotShown } from '../../features/source/refusals.ts';
import { gestureMethods, type GestureAnswer, type GestureQuestions } from '../../protocol/names.ts';
import { printedOver } from '../../works/portions.ts';
import { quotableAt } from '../../works/quotable.ts';
import { unmarked } from '../../text/unmarked.ts';
import { gestureAnswer, gesturePlaceOf, MOVED_ON, untilKnown } from './gestures.ts';
import type { Handler } from './handler.ts';
import { deferred, say } from '../../words/say.ts';

const NOTHING_TO_QUOTE = deferred(
  'What is selected cannot be quoted: it holds no words, or signs that could not be read, or far too many of them.',
);

/** Quotes a stretch of the text of a work in an open document. */
export const quoteSource: Handler = {
  capabilities: {},
  register(context) {
    context.connection.onRequest(
      gestureMethods.quoteSource,
      async (asked: GestureQuestions['quoteSource'][0], token: CancellationToken): Promise<GestureAnswer> => {
        await untilKnown(asked, token, context);
        const desk = context.shown(asked.uri)?.desk;
        if (!desk) return { status: 'refused', why: unmarked(say(MOVED_ON)) };
        const { sources } = desk.service;
        const opened = await sources.open(asked.file);
        if (opened.status !== 'read')
          return { status: 'refused', why: unmarked(whyNotShown(asked.file, opened.status)) };
        const { work, portions } = opened.value;
        const quotable = quotableAt(work, asked.stretch);
        if (!quotable) return { status: 'refused', why: unmarked(say(NOTHING_TO_QUOTE)) };
        const place = gesturePlaceOf(asked, context);
        if (!place) return { status: 'refused', why: unmarked(say(MOVED_ON)) };
        const pages = printedOver(portions, quotable.range);
        const holds = (written: string) => sources.holds(opened.value, written);
        return gestureAnswer(
          asked,
          place,
          quotationOf(place.request, { work: asked.work, words: quotable.words, pages, holds }),
          context,
        );
      },
    );
  },
};
