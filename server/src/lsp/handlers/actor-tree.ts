import { actorTree } from '../../features/views/actor-tree.ts';
import type { ActorTree } from '../../protocol/views.ts';
import { answer, viewDesks } from '../view-answers.ts';
import type { Handler } from './handler.ts';

/** The tree of actors. */
export const actorTreeView: Handler = {
  capabilities: {},
  register(context) {
    answer(context, 'actorTree', function* ({ filter }) {
      const all: ActorTree[] = [];
      for (const { request } of viewDesks(context)) all.push(yield* actorTree(request, filter));
      return {
        kinds: all.flatMap(({ kinds }) => kinds),
        actors: all.reduce((sum, { actors }) => sum + actors, 0),
        contested: all.reduce((sum, { contested }) => sum + contested, 0),
      };
    });
  },
};
