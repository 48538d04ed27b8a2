import { foundLinks } from '../../features/found-links.ts';
import { answer } from '../view-answers.ts';
import type { Handler } from './handler.ts';

/** A limit, since editors become slow with more decorations. */
const MOST = 20_000;

/** The places in an open found text that have hovers, so that the client can underline them. */
export const foundPlaces: Handler = {
  capabilities: {},
  register(context) {
    answer(context, 'foundPlaces', function* ({ uri }) {
      yield;
      const file = context.shown(uri);
      const service = file?.desk.service;
      const view = service?.viewOf(file!.path);
      if (!service || !view) return null;
      const { library } = service.world();
      const { lines } = view.text;
      return {
        places: foundLinks(view, library)
          .slice(0, MOST)
          .map(({ kind, range }) => ({ kind, range: lines.positions(range) })),
        isRead: library.summary(view.path) !== undefined,
      };
    });
  },
};
