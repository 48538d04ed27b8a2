import { foundLinks } from '../../features/found-links.ts';
import { answer } from '../view-answers.ts';
import type { Handler } from './handler.ts';

/** No more are told: an editor that underlines them all is slow, and nobody sees them at once. */
const MOST = 20_000;

/** Where a text as found that an editor shows leads somewhere, so that what can be hovered over can be seen. */
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
