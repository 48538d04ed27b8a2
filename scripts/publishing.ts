// What only the owner of the project can say, in publishing.json: who publishes it, and where it lives.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Addresses and the publisher's name; empty where nobody has filled them in. */
export interface Publishing {
  readonly publisher: string;
  readonly repository: string;
  readonly homepage: string;
  readonly bugs: string;
}

/** The path of publishing.json. */
export const publishingFile = fileURLToPath(new URL('../publishing.json', import.meta.url));

/** Reads it. Throws where it is no JSON. */
export function readPublishing(): Publishing {
  return JSON.parse(readFileSync(publishingFile, 'utf8')) as Publishing;
}

/** Why nothing can be published yet, in a sentence; null where all is filled in. */
export function refusalToPublish(publishing: Partial<Publishing>): string | null {
  const { publisher = '' } = publishing;
  const missing = (['publisher', 'repository', 'homepage', 'bugs'] as const).filter(
    (name) => (publishing[name] ?? '').trim() === '',
  );
  if (missing.length > 0)
    return `Nothing is published: publishing.json does not say ${missing.join(', ')} yet. Only the owner of the project can fill that in.`;
  if (!/^[a-z0-9][a-z0-9-]*$/i.test(publisher))
    return `Nothing is published: “${publisher}” is no publisher’s name; letters, digits and hyphens are.`;
  const odd = (['repository', 'homepage', 'bugs'] as const).find((name) => !isAddress(publishing[name]!));
  return odd === undefined
    ? null
    : `Nothing is published: “${publishing[odd]}” is no address for ${odd}; it begins with https://.`;
}

/** The fields of a package.json that follow from it; none for what is not filled in. */
export function publishedFields({ repository, homepage, bugs }: Publishing): object {
  return {
    ...(repository ? { repository: { type: 'git', url: repository } } : {}),
    ...(homepage ? { homepage } : {}),
    ...(bugs ? { bugs: { url: bugs } } : {}),
  };
}

function isAddress(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'https:';
}
