import type { Timeline } from '../../protocol/views.ts';
import { timeline } from '../../features/views/timeline.ts';
import { answer, viewDesks } from '../view-answers.ts';
import type { Handler } from './handler.ts';

/** What is claimed of an actor, by time. Of several folders the one that knows most of the actor answers. */
export const timelineView: Handler = {
  capabilities: {},
  register(context) {
    answer(context, 'timeline', function* ({ actor }) {
      let best: Timeline | null = null;
      for (const { request } of viewDesks(context)) {
        const found = yield* timeline(request, actor);
        if (!best || found.events.length > best.events.length) best = found;
      }
      const nothing = {
        kind: null,
        active: null,
        activeTime: null,
        events: [],
        conflicts: [],
        leftOut: 0,
        conflictsLeftOut: 0,
      };
      return best ?? { actor: { id: actor, name: actor }, ...nothing };
    });
  },
};
