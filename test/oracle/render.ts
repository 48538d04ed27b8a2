import {
  type Claim,
  type MadeDocument,
  type MadeWorkspace,
  type PlacedClaim,
  type Property,
  placedClaims,
} from './model.ts';

/** A made-up workspace as files, with the line on which each claim begins. */
export interface Rendered {
  readonly files: Readonly<Record<string, string>>;
  /** By `path:line`, zero-based. */
  readonly claimAt: ReadonlyMap<string, string>;
}

/** Writes a workspace as its files. */
export function render(workspace: MadeWorkspace): Rendered {
  const files: Record<string, string> = {
    'sicetnon.yaml': project(workspace),
    'actors.yaml': register(workspace),
    'works.bib': bibliography(workspace),
  };
  const claimAt = new Map<string, string>();
  const home = new Map(placedClaims(workspace).map((placed) => [placed.claim.id, placed]));
  for (const document of workspace.documents) {
    const lines: string[] = [];
    if (document.source !== null) lines.push('---', `source: ${document.source}`, '---', '');
    for (const claim of document.claims) {
      claimAt.set(`${document.path}:${lines.length}`, claim.id);
      lines.push(...written(claim, document, home), '');
    }
    files[document.path] = lines.join('\n');
  }
  return { files, claimAt };
}

function project(workspace: MadeWorkspace): string {
  const lines = ['bibliography: [works.bib]', 'actors: [actors.yaml]'];
  if (workspace.timelessSpan !== null) lines.push(`timeless-span: ${workspace.timelessSpan}`);
  if (workspace.conflictEnds !== null) lines.push(`conflict-ends: ${workspace.conflictEnds}`);
  lines.push(workspace.properties.length ? 'properties:' : 'properties: {}');
  for (const property of workspace.properties) lines.push(`  ${property.name}: {${declared(property)}}`);
  const places = Object.entries(workspace.places).map(([part, whole]) => `${part}: ${whole}`);
  if (places.length) lines.push(`places: {${places.join(', ')}}`);
  lines.push('rules: {entry-uncited: off}', '');
  return lines.join('\n');
}

function declared(property: Property): string {
  const parts = [`type: ${property.type}`];
  if (property.of) parts.push(`of: [${property.of.join(', ')}]`);
  if (property.many) parts.push('many: true');
  if (property.contrary?.length)
    parts.push(`contrary: [${property.contrary.map(([a, b]) => `[${a}, ${b}]`).join(', ')}]`);
  if (property.unit) parts.push(`unit: ${property.unit}`);
  if (property.tolerance !== undefined) parts.push(`tolerance: ${property.tolerance}%`);
  if (property.additive) parts.push('additive: true');
  if (property.share) parts.push('share: true');
  if (property.norm) parts.push('mood: norm');
  return parts.join(', ');
}

function register(workspace: MadeWorkspace): string {
  const lines = workspace.actors.map((actor) => {
    const parts = [`name: Body ${actor.id}`];
    if (actor.works.length) parts.push(`works: [${actor.works.join(', ')}]`);
    const relations = [
      ...(actor.partOf.length ? [`part-of: [${actor.partOf.join(', ')}]`] : []),
      ...(actor.kindOf.length ? [`kind-of: [${actor.kindOf.join(', ')}]`] : []),
      ...(actor.wrote.length ? [`wrote: [${actor.wrote.join(', ')}]`] : []),
    ];
    if (relations.length) parts.push(`relations: {${relations.join(', ')}}`);
    return `${actor.id}: {${parts.join(', ')}}`;
  });
  return [...lines, ''].join('\n');
}

function bibliography(workspace: MadeWorkspace): string {
  const entries = workspace.works.map(
    ({ key, year }) =>
      `@book{${key}, author = {${key[0]!.toUpperCase()}${key.slice(1).replace(/\d+$/, '')}, Jo}, title = {The quays of ${year}}, date = {${year}}}`,
  );
  return [...entries, ''].join('\n');
}

function written(claim: Claim, document: MadeDocument, home: ReadonlyMap<string, PlacedClaim>): string[] {
  const citation = claim.cites === null ? '' : ` [@${claim.cites}]`;
  const attributes = `{${attributesOf(claim, document, home).join(' ')}}`;
  if (claim.shape === 'div') return [`::: ${attributes}`, `${claim.words}${citation}.`, ':::'];
  return [`[${claim.words}]${attributes}${citation}.`];
}

function attributesOf(
  claim: Claim,
  document: MadeDocument,
  home: ReadonlyMap<string, PlacedClaim>,
): string[] {
  const parts = ['.claim', `#${claim.id}`];
  const put = (name: string, value: string) => {
    if (value !== '') parts.push(`${name}="${value}"`);
  };
  const addresses = (ids: readonly string[]) => ids.map((id) => addressFrom(document, home.get(id)!));
  const named = (name: string) => `${claim.marked ? '@' : ''}${name}`;
  put('by', [...(claim.by === null ? [] : [claim.by]), ...claim.via].map(named).join(' via '));
  put('about', claim.about.map(named).join(' '));
  put(
    'says',
    claim.says
      .map(({ subject, property, operator, value }) =>
        `${subject === null ? '' : `${subject}.`}${property} ${operator} ${value}`.trim(),
      )
      .join('; '),
  );
  put('when', claim.when ?? '');
  put('where', claim.where ?? '');
  put('status', claim.status ?? '');
  put('certainty', claim.certainty ?? '');
  put('supports', addresses(claim.supports).join(' '));
  put('implies', addresses(claim.implies).join(' '));
  put('contradicts', addresses(claim.contradicts).join(' '));
  put('resolves', addresses(claim.resolves).join(' '));
  put('prefers', addresses(claim.prefers).join(' '));
  put('evidence', addresses(claim.evidence).join('; '));
  return parts;
}

/** All made-up documents lie in one folder each below the root, so a relative path goes up once. */
function addressFrom(document: MadeDocument, target: PlacedClaim): string {
  const { claim } = target;
  if (target.document.path === document.path) return `#${claim.id}`;
  if (target.document.source !== null) return `${target.document.source}#${claim.id}`;
  return `../${target.document.path}#${claim.id}`;
}
