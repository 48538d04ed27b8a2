import assert from 'node:assert/strict';
import { LineIndex } from '../../server/src/text/line-index.ts';
import { workspaceOf } from './check.ts';
import { draw } from './fixture.ts';

/** A project whose properties, actors and works disagreements are made of. `more` is added to the project file. */
export const PROJECT = (more = '') => `//- sicetnon.yaml
bibliography: [works.bib]
actors: [actors.yaml]
properties:
  members: {type: quantity, unit: person, tolerance: 5%, additive: true}
  strikes: {type: quantity, unit: strike, additive: true}
  trusted: {type: boolean, share: true}
  builds-solidarity: {type: boolean}
  serves: {type: choice, of: [workers, capital]}
  should-serve: {type: choice, of: [workers, capital], mood: norm}
  founded: {type: date}
  crew: {type: quantity, unit: person}
places: {Danjing: Sichuan, Sichuan: China}
${more}//- actors.yaml
union: {name: Union of Dockers}
groups: {name: Labour groups}
harbour-groups: {name: Harbour groups, relations: {part-of: [groups]}}
choirs: {name: Choirs, relations: {kind-of: [groups]}}
pilots: {name: Pilots}
lee: {name: Ann Lee, relations: {wrote: [lee2011]}}
//- works.bib
@book{meyer2005, author = {Meyer, Lotte}, title = {The quays}, date = {2005}}
@book{adler2018, author = {Adler, Jon}, title = {Wages}, date = {2018}}
@book{lee2011, author = {Lee, Ann}, title = {Silks}, date = {2011}}
`;
/** Two asserters. */
export const M = 'by="@meyer2005"';
export const A = 'by="@adler2018"';

/** Findings on claims, drawn with code and severity; those of other rules are left out. */
export async function told(fixture: string, codes = /^claim-(?!open)|^value|^place|^date/): Promise<string> {
  const { service, files } = await workspaceOf(fixture);
  return files
    .map(({ path, text }) => {
      const lines = LineIndex.of(text);
      const findings = service.check(path).findings.filter(({ code }) => codes.test(code));
      const drawn = draw(
        text,
        findings.map(({ code, severity, range }) => ({
          tag: `${code} ${severity}`,
          ...lines.offsets(range),
        })),
      );
      return /\.md$/.test(path) ? drawn : findings.length > 0 ? drawn : '';
    })
    .join('');
}

/** The messages on claims, in the order of the text. */
export async function messages(fixture: string): Promise<string[]> {
  const { service, files } = await workspaceOf(fixture);
  return files.flatMap(({ path }) =>
    service
      .check(path)
      .findings.filter(({ code }) => /^claim-(?!open)/.test(code))
      .map(({ message }) => message),
  );
}

export const HINT = 'claim-contradiction hint';
export const WARN = 'claim-contradiction warning';

/** Checks the notes that are drawn, each with the plain project. */
export function holds(title: string, drawn: string, more = ''): void {
  it(title, async () => {
    const plain = drawn.replaceAll(/⟦[^|]*\||⟧/g, '');
    assert.equal(await told(`${PROJECT(more)}//- notes.md\n${plain}`), drawn);
  });
}
