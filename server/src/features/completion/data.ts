import { dataKindOf, type DataRequest } from '../data/request.ts';
import { suggestBibtex } from './bibtex.ts';
import { suggestCslJson } from './csl-json.ts';
import type { Suggestions } from './model.ts';
import { suggestYaml } from './yaml.ts';

/** Completions in a bibliography, register or project file; null where nothing of ours is possible. */
export function suggestionsInData(request: DataRequest): Suggestions | null {
  const { view, library } = request;
  const kind = dataKindOf(view.path, library);
  switch (kind) {
    case 'project':
    case 'register':
    case 'csl-yaml':
      return suggestYaml(kind, request, { from: 0, to: view.text.length });
    case 'bibtex':
      return suggestBibtex(request);
    case 'csl-json':
      return suggestCslJson(request);
    case 'ris':
    case null:
      return null;
  }
}
