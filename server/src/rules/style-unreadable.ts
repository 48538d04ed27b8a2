import { shippedStyle, shippedStyles } from '../bibliography/load-formatter.ts';
import type { Token } from '../facts/model.ts';
import { inMegabytes, whatToDoIfLarge } from '../workspace/file-limit.ts';
import type { Library } from '../workspace/library.ts';
import type { Unreadable } from '../workspace/unreadable.ts';
import { PROJECT_FILE } from '../workspace/project-file.ts';
import { styleFiles } from '../workspace/styles.ts';
import type { Observation, Rule } from '../checking/rule.ts';
import { deferred, enumerated, say } from '../words/say.ts';

export const styleUnreadable: Rule = {
  code: 'style-unreadable',
  severity: 'warning',
  title: deferred('Citation style that cannot be used'),
  what: deferred(
    'A `.csl` file named under `csl` that cannot be read, is too large, is not a style in CSL, or whose macros call each other without end; with less weight, a style that is not there.',
  ),
  why: deferred('Hovers then show works in another style than the text will be printed in.'),
  withoutFix: 'a citation style has to be found or mended outside',
  examples: [
    {
      title: 'Macros that call each other',
      fixture: `//- house.csl
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<macro name="title"><text macro="author"/></macro>
<macro name="author"><text macro="title"/></macro>
<citation><layout><text macro="title"/></layout></citation>
</style>
//- notes.md
---
csl: ⟦style-unreadable|house.csl⟧
---
`,
    },
    {
      title: 'No such style',
      fixture: `//- sicetnon.yaml
csl: ⟦style-unreadable|styles/house.csl⟧
`,
    },
    {
      title: 'A style that comes with Sic et Non, and one of one’s own',
      fixture: `//- sicetnon.yaml
csl: apa.csl
//- house.csl
<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<citation><layout><text variable="title"/></layout></citation>
</style>
//- notes.md
---
csl: house.csl
---
`,
    },
  ],
  checkLinks: (summary, { library }) => badStyle(summary.path, summary.csl, library),
  checkFile: ({ kind, path }, { library }) =>
    kind === 'project' ? badStyle(path, library.project.csl, library) : [],
};

/** What is wrong with the style that the file `by` names, if that is known. */
function* badStyle(by: string, csl: Token | null, library: Library): Generator<Observation> {
  if (csl === null || csl.text.trim() === '') return;
  const { range, text: name } = csl;
  const state = library.styles.stateFor(by);
  if (state?.status === 'read') {
    if (state.problem !== null)
      yield {
        range,
        message: say('The citation style “{name}” cannot be used: {problem}. Hovers show works without it.', {
          name,
          problem: state.problem,
        }),
      };
    return;
  }
  if (state && state.status !== 'missing') {
    yield { range, message: [whyUnread(name, state.status, library.largest), say(ANOTHER)].join(' ') };
    return;
  }
  // URLs are not fetched, shipped styles are fine, and R computes a name when the text is rendered.
  if (shippedStyle(name) !== null || /^[a-z][a-z0-9+.-]*:/i.test(name) || /^`r\s/.test(name.trim())) return;
  const files = styleFiles(by, name);
  if (files.length > 0 && !state) return;
  // Pandoc also searches a folder of the user's, so a bare name may be found there.
  if (files.length > 0 || !/\.csl$/i.test(name))
    yield {
      range,
      severity: 'information',
      message: [
        by === PROJECT_FILE
          ? say('There is no citation style “{name}” at this place.', { name })
          : say('There is no citation style “{name}” beside this file or at the root of the workspace.', {
              name,
            }),
        say(ANOTHER),
        say('Correct the name, put the file there, or name one that comes with Sic et Non: {styles}.', {
          styles: enumerated(shippedStyles),
        }),
      ].join(' '),
    };
  else yield { range, message: [whyUnread(name, 'outside', library.largest), say(ANOTHER)].join(' ') };
}

const ANOTHER = deferred('Hovers show works in another style.');

function whyUnread(name: string, why: Exclude<Unreadable, 'missing'>, largest: number): string {
  switch (why) {
    case 'folder':
      return say('“{name}” is a folder, not a citation style. Name the file in it.', { name });
    case 'outside':
      return say('The citation style “{name}” lies outside the workspace and is not read. Move it inside.', {
        name,
      });
    case 'encoding':
      return say('“{name}” is not text in UTF-8, so this citation style cannot be read. Save it in UTF-8.', {
        name,
      });
    case 'large':
      return [
        say(
          'The citation style “{name}” is larger than {megabytes} MB and is not read, because it would take too much memory.',
          { name, megabytes: inMegabytes(largest) },
        ),
        whatToDoIfLarge(),
      ].join(' ');
    case 'unrelated':
    case 'failed':
      return say('The citation style “{name}” cannot be read. Look whether you may open it.', { name });
  }
}
