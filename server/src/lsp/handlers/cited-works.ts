import { citedWorksOf } from '../../features/views/cited-works.ts';
import { answer } from '../view-answers.ts';
import type { Handler } from './handler.ts';

/** How a text calls the works that it cites, for a preview of it. */
export const citedWorks: Handler = {
  capabilities: {},
  register(context) {
    answer(context, 'citedWorks', function* ({ uri }) {
      yield;
      const file = context.shown(uri);
      const view = file?.desk.service.viewOf(file.path);
      return view ? citedWorksOf(view, file!.desk.service.world().library) : null;
    });
  },
};
