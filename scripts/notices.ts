/** Third-party work in the package: npm packages, citation styles and locales, with their licences. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { shippedJobs } from './bundles.js';
import { standardText } from './licence-texts.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The path of the notices, which are shipped. */
export const noticesFile = path.join(root, 'THIRD-PARTY-NOTICES.txt');

/** Licences that may be shipped in an extension under MIT. */
const FREE: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'CPAL-1.0',
  'ISC',
  'MIT',
  'MPL-2.0',
  'Unlicense',
]);

/** An npm package of which something is bundled. */
export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** The SPDX expression in its package.json; empty where there is none. */
  readonly licence: string;
  readonly author: string;
  readonly home: string;
  /** Its licence files, concatenated; empty where there are none. */
  readonly text: string;
}

/** A citation style or locale that is shipped. */
export interface BundledStyle {
  readonly title: string;
  readonly authors: readonly string[];
  /** The URL of its licence. */
  readonly licence: string;
}

/**
 * The licence chosen from an SPDX expression; null where none of its choices may be shipped. Of `A OR B` the first
 * that may; `A AND B` only where both may.
 */
export function chosenLicence(expression: string): string | null {
  for (const choice of expression.replace(/^\((.*)\)$/, '$1').split(/\s+OR\s+/)) {
    const parts = choice.split(/\s+AND\s+/);
    if (parts.every((part) => FREE.has(part))) return choice;
  }
  return null;
}

/** The files that are bundled, by paths from the root. */
export async function bundledFiles(): Promise<string[]> {
  const files = new Set<string>();
  for (const job of shippedJobs) {
    const { metafile } = await build({
      ...job,
      absWorkingDir: root,
      write: false,
      sourcemap: false,
      logLevel: 'error',
    });
    for (const { inputs } of Object.values(metafile!.outputs))
      for (const file of Object.keys(inputs)) files.add(file.replaceAll('\\', '/'));
  }
  return [...files].sort();
}

/** The packages of some files, by name. */
export function packagesOf(files: readonly string[]): BundledPackage[] {
  const folders = new Set(
    files.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0] ?? []),
  );
  return [...folders].map(described).sort((a, b) => (a.name + a.version < b.name + b.version ? -1 : 1));
}

interface Description {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly author?: string | { readonly name?: string };
  readonly homepage?: string;
  readonly repository?: string | { readonly url: string };
}

function described(folder: string): BundledPackage {
  const read = (file: string) => readFileSync(path.join(root, folder, file), 'utf8');
  const { name, version, license, author, homepage, repository } = JSON.parse(
    read('package.json'),
  ) as Description;
  const texts = readdirSync(path.join(root, folder))
    .filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file))
    .sort()
    .map((file) => read(file).replace(/\r\n?/g, '\n').trim());
  return {
    name,
    version,
    licence: license ?? '',
    author: ((typeof author === 'object' ? author.name : author) ?? '').replace(/\s*[<(].*/, ''),
    home: homepage ?? (typeof repository === 'object' ? repository.url : (repository ?? '')),
    text: texts.join('\n\n'),
  };
}

interface Element {
  readonly name: string;
  readonly attrs: Readonly<Record<string, string>>;
  readonly children: readonly (Element | string)[];
}

/** The styles and locales among some files, by their own metadata. */
export function stylesOf(files: readonly string[]): BundledStyle[] {
  return files
    .filter((file) => /^server\/assets\/csl\/.*\.json$/.test(file))
    .map((file) => styleOf(JSON.parse(readFileSync(path.join(root, file), 'utf8')) as Element));
}

function styleOf(style: Element): BundledStyle {
  const info = child(style, 'info');
  const people = elements(info).filter(({ name }) => /^(?:author|contributor|translator)$/.test(name));
  const lang = style.attrs['xml:lang'];
  return {
    title: words(child(info, 'title')) || `Locale ${lang ?? ''}`,
    authors: [...new Set(people.map((person) => words(child(person, 'name'))))].filter(Boolean),
    licence: child(info, 'rights')?.attrs['license'] ?? '',
  };
}

function elements(of: Element | undefined): Element[] {
  return (of?.children ?? []).filter((each) => typeof each !== 'string');
}

function child(of: Element | undefined, name: string): Element | undefined {
  return elements(of).find((each) => each.name === name);
}

function words(of: Element | undefined): string {
  return (of?.children ?? []).filter((each) => typeof each === 'string').join(' ');
}

/** What may not be shipped, a sentence for each. */
export function refusals(packages: readonly BundledPackage[], styles: readonly BundledStyle[]): string[] {
  return [
    ...packages
      .filter(({ licence }) => chosenLicence(licence) === null)
      .map(({ name, licence }) => `${name} is under “${licence || 'no licence'}”, which may not be shipped.`),
    ...packages
      .filter(({ text, licence }) => text === '' && standardText(chosenLicence(licence) ?? '', '') === null)
      .map(({ name }) => `${name} brings no text of its licence.`),
    ...styles
      .filter(
        ({ licence }) => !/^https?:\/\/creativecommons\.org\/licenses\/by(?:-sa)?\/\d\.\d\/?$/.test(licence),
      )
      .map(({ title, licence }) => `The style “${title}” is under “${licence}”, which may not be shipped.`),
  ];
}

/** Additional notices required by a licence. */
const BESIDES: Readonly<Record<string, string>> = {
  '@hyzyla/pdfium': [
    'It holds PDFium (https://pdfium.googlesource.com/pdfium/), Copyright 2014 The PDFium Authors, under the Apache',
    'License 2.0 (https://www.apache.org/licenses/LICENSE-2.0) and the BSD-3-Clause licence, and in it: FreeType (this',
    'software is based in part on the work of the FreeType Team, https://www.freetype.org; FreeType Project LICENSE),',
    'libjpeg-turbo (this software is based in part on the work of the Independent JPEG Group; BSD-3-Clause, IJG), OpenJPEG',
    '(BSD-2-Clause), Little CMS (MIT), Anti-Grain Geometry 2.3 (its own free licence), zlib (Zlib), Abseil (Apache-2.0)',
    'and ICU (Unicode-3.0).',
  ].join('\n'),
  citeproc: [
    'Of the two licences that it offers, the Common Public Attribution License 1.0 is chosen; its text is at',
    'https://opensource.org/license/cpal-1-0. The source code is at https://github.com/Juris-M/citeproc-js.',
    '',
    'Attribution Information: Citations by CSL (citeproc-js), http://citationstyles.org/',
  ].join('\n'),
};

const RULE = '-'.repeat(80);

/** The text of the notices. */
export function noticesText(packages: readonly BundledPackage[], styles: readonly BundledStyle[]): string {
  const parts = packages.map(({ name, version, licence, author, home, text }) =>
    [
      `${name} ${version} (${chosenLicence(licence)})`,
      ...(home ? [home.replace(/^git\+/, '')] : []),
      ...(BESIDES[name] ? ['', BESIDES[name]] : []),
      '',
      text || standardText(chosenLicence(licence)!, author)!,
    ].join('\n'),
  );
  const works = styles.map(
    ({ title, authors, licence }) =>
      `${title}${authors.length ? `, by ${authors.join(', ')}` : ''} (${licence})`,
  );
  return `${[
    'Sic et Non is under the MIT licence (see LICENSE). It holds what others wrote, under licences of their own.',
    ...parts,
    [
      'Styles and locales of the Citation Style Language, https://citationstyles.org/,',
      'turned from XML into JSON, otherwise as they are:',
      '',
      ...works,
    ].join('\n'),
  ].join(`\n\n${RULE}\n\n`)}\n`;
}
