import { checkedInWords, citingOf } from '../../features/views/citing.ts';
import { answer } from '../view-answers.ts';
import type { Handler } from './handler.ts';

/** The scope of an open document, and the number of its checks. */
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
