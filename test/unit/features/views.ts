import { ViewRequest } from '../../../server/src/features/views/view-request.ts';
import type { Service } from '../../../server/src/service.ts';
import { workspaceOf } from '../../support/check.ts';

/** Works, actors and properties shared by the tests of views. */
const AROUND = `//- sicetnon.yaml
bibliography: [works.bib]
actors: [actors.yaml]
properties:
  members: {type: quantity, tolerance: 5%}
  chartered: {type: boolean}
  founded: {type: date}
//- works.bib
@book{maes1931, author = {Maes, Jan}, title = {Rolls}, year = {1931}}
@book{dubois1955, author = {Dubois, Anne}, title = {Halls}, year = {1955}}
@book{kern1970, author = {Kern, Ada}, title = {Looms}, year = {1970}}
//- actors.yaml
weavers:
  name: Weavers
  kind: guild
  active: 1302/1540
fullers:
  name: Fullers
  kind: guild
ada-kern:
  name: Ada Kern
  kind: scholar
  works: [kern1970]
`;

/**
 * A view's request for a fixture; places are given as `path:line`. `root` is the folder's name where several are
 * open.
 */
export async function asked(fixture: string, root?: string): Promise<ViewRequest> {
  const { service } = await workspaceOf(AROUND + fixture);
  return requestOf(service, root);
}

/** A view's request for the current state of a workspace. */
export function requestOf(service: Service, root?: string): ViewRequest {
  return new ViewRequest({
    ...service.viewed(),
    spot: (path, range) => ({ uri: path, range: service.positions(path, range) }),
    prefix: '',
    ...(root === undefined ? {} : { root }),
  });
}
