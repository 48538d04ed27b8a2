import { citingOf } from '../../features/views/citing.ts';
import { answer } from '../view-answers.ts';
import type { Handler } from './handler.ts';

/** What a text that an editor shows cites from. */
export const citingView: Handler = {
  capabilities: {},
  register(context) {
    answer(context, 'citing', function* ({ uri }) {
      yield;
      const file = context.shown(uri);
      const library = file?.desk.service.viewed().library;
      return file && library?.summary(file.path) ? citingOf(file.path, library) : null;
    });
  },
};
