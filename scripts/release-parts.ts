/** The parts of a release that can be told without making one. */

/** The names of the archives of a version. */
export function fileNames(version: string): { readonly extension: string; readonly npm: string } {
  return { extension: `sicetnon-${version}.vsix`, npm: `sicetnon-${version}.tgz` };
}

/** A place that a release is published to, with commands that run in the folder of its archives. */
export interface Target {
  readonly name: string;
  /** The environment variable that holds the token. */
  readonly token: string;
  readonly publish: readonly string[];
  /** The same without effect, where the tool can. */
  readonly tryOut?: readonly string[];
}

/** Where a release goes. */
export function targets({ extension, npm }: ReturnType<typeof fileNames>): readonly Target[] {
  return [
    {
      name: 'npm',
      // Trusted publishing: npm believes the workflow itself, and needs no token of ours.
      token: 'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
      publish: ['npx', '--yes', 'npm@11.6.2', 'publish', `./${npm}`, '--provenance', '--access', 'public'],
      tryOut: ['npm', 'publish', `./${npm}`, '--dry-run'],
    },
    {
      name: 'Visual Studio Marketplace',
      token: 'VSCE_PAT',
      publish: ['npx', 'vsce', 'publish', '--packagePath', extension],
    },
    {
      name: 'Open VSX',
      token: 'OVSX_PAT',
      publish: ['npx', '--yes', 'ovsx@0.10.6', 'publish', extension],
    },
  ];
}

/** Why a tag is not released, in a sentence; null where it can be. */
export function tagRefusal(tag: string, version: string, changelog: string): string | null {
  if (tag !== `v${version}`)
    return `The tag ${tag} is not the version of package.json, which is ${version}: v${version} would be.`;
  return new RegExp(`^## ${version.replaceAll('.', '\\.')}\\b`, 'm').test(changelog)
    ? null
    : `CHANGELOG.md has no section “## ${version}”.`;
}

/** The section of the changelog on a version, else on what is not released yet. */
export function notesOf(changelog: string, version: string): string {
  const sections = changelog.split(/^(?=## )/m);
  const begins = (title: string) => sections.find((section) => section.startsWith(`## ${title}`));
  const section = begins(version) ?? begins('Unreleased') ?? '';
  return `${section.replace(/^## .*\n/, '').trim()}\n`;
}

/** The file that `sha256sum --check` reads. */
export function checksums(sums: readonly (readonly [name: string, sum: string])[]): string {
  return sums.map(([name, sum]) => `${sum}  ${name}\n`).join('');
}
