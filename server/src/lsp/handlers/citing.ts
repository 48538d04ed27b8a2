import { checkedInWords, citingOf } from '../../features/views/citing.ts';
import { answer } from '../view-answers.ts';
import type { Handler } from './handler.ts';

/** What a text that an editor shows cites from, and what was checked in it. */
export const citingView: Handler = {
  capabilities: {},
  register(context) {
    answer(context, 'citing', function* ({ uri }) {
      yield;
      const file = context.shown(uri);
      if (!file) return null;
      const { library, quotations } = file.desk.service.viewed();
      return library.summary(file.path)
        ? { ...citingOf(file.path, library), checked: checkedInWords(file.path, library, quotations) }
        : null;
    });
  },
};
