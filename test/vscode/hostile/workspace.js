// The files of a workspace in which every name and field is hostile.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Words that would be an image, a link, a command, an icon, a heading or an element. */
export const EVIL =
  '![x](https://evil.example/x.png) [run](command:workbench.action.quickOpen) $(bug) <img src=https://evil.example/y.png> https://evil.example www.evil.example';
/** What a file is named, and what a picture is saved under. */
export const OTHER = '[Click here](command:workbench.action.quickOpen) $(bug) now.md';

const works = [
  {
    id: 'ash2001',
    type: 'chapter',
    title: `Boats ${EVIL}`,
    'container-title': `\n\n# Harbour ${EVIL}`,
    author: [{ family: `Ash ${EVIL}`, given: EVIL }],
    publisher: EVIL,
    'publisher-place': EVIL,
    page: EVIL,
    issued: { 'date-parts': [[2001]] },
  },
  { id: `zz\n\n${EVIL}`, type: 'book', title: ` # Zed ${EVIL}` },
  { id: 'zed2001', type: 'book', title: ` # Zed ${EVIL}` },
];
const actors = {
  harbour: {
    name: `Board ${EVIL}`,
    aliases: ['Harbour Board', EVIL],
    kind: EVIL,
    place: EVIL,
    summary: `\n\n# Summary\n\n${EVIL}`,
    relations: { [EVIL]: ['harbour'] },
    cite: EVIL,
  },
};
/** The text that is opened. */
export const notes = `The Harbour Board refused [@ash2001, p. 3].[^n]

Text [words ![x](https://evil.example/c.png)]{.claim #mine about="harbour" by="ash2001"} and [more]{.claim #third about="harbour" supports="mine" where="${EVIL}" when="${EVIL}"}.

[Not so]{.claim id="${EVIL}" about="harbour" contradicts="mine"}

[In time]{.claim #dated about="harbour" by="${OTHER}" when="2001" where="${EVIL}"}

Not to be had: [@stranger].

Complete here: [@z].

[^n]: A note: ${EVIL}
`;

/** A text that the preview shows: hostile where our notation is read, and nowhere an image or a link of Markdown. */
const shown = `Cited [@{![x](https://evil.example/k.png)}, p. 3] and @{<img/src=https://evil.example/l.png>}, then [so it was]{.claim #shown
about="harbour" says="size = ${EVIL}" when="${EVIL}" where="${EVIL}" status="open"} and [the board]{.actor ref="${EVIL}"}.

::: {.claim id="${EVIL}" by="${EVIL}" supports="${EVIL}"}
[Words]{.quote from="${EVIL}" at="${EVIL}" onclick="alert(1)" style="background:url(https://evil.example/s.png)"}[^https://evil.example/n]
:::

[^https://evil.example/n]: The note.
`;

/** A text with a quotation from a work whose file is a page of the web. */
const quoted = `Those who were poor “brought lamp oil, and nobody wrote it down” [@ash2001].\n`;
/** That page, which would run, ask and lead away if it were shown as one. */
const page = `<!doctype html><html><head><title>${EVIL}</title><meta http-equiv="refresh" content="0;url=https://evil.example/r">
<base href="https://evil.example/"><link rel="stylesheet" href="https://evil.example/s.css"><link rel="preload" as="image" href="https://evil.example/p.png">
<script src="https://evil.example/x.js"></script><style>@import "https://evil.example/i.css"; body { background: url(https://evil.example/b.png) }</style></head>
<body onload="fetch('https://evil.example/o')"><iframe src="https://evil.example/f"></iframe><svg><image href="https://evil.example/v.png"></image></svg>
<p>${'The rent was laid in the tin by those who came. '.repeat(30)}</p>
<p>Whoever could not pay brought lamp oil, and nobody wrote it down. ${EVIL} &lt;img src=https://evil.example/e.png&gt;<img src="https://evil.example/j.png"></p>
<form action="https://evil.example/g"><input autofocus onfocus="alert(1)"></form></body></html>`;

/** Writes the workspace into a folder, and beside it a bibliography that the workspace asks for and may not have. */
export function writeWorkspace(folder) {
  const outside = path.join(path.dirname(folder), 'outside');
  mkdirSync(outside);
  const stranger = [{ id: 'stranger', type: 'book', title: 'Kept outside of the workspace' }];
  writeFileSync(path.join(outside, 'works.json'), JSON.stringify(stranger));
  mkdirSync(path.join(folder, '.vscode'), { recursive: true });
  const settings = {
    'sicetnon.allowedFolders': [outside, '/'],
    'sicetnon.library': path.join(outside, 'works.json'),
    'sicetnon.maxFileSize': 1_000_000,
  };
  writeFileSync(path.join(folder, '.vscode', 'settings.json'), JSON.stringify(settings));
  writeFileSync(path.join(folder, 'preview.md'), shown);
  writeFileSync(
    path.join(folder, 'sicetnon.yaml'),
    'bibliography: [works.json, ../outside/works.json]\nactors: [actors.yaml]\npapers: [papers]\n',
  );
  writeFileSync(path.join(folder, 'works.json'), JSON.stringify(works));
  writeFileSync(path.join(folder, 'actors.yaml'), JSON.stringify(actors));
  mkdirSync(path.join(folder, 'papers'));
  writeFileSync(path.join(folder, 'papers', 'ash2001.html'), page);
  writeFileSync(path.join(folder, 'quoted.md'), quoted);
  writeFileSync(path.join(folder, 'notes.md'), notes);
  writeFileSync(path.join(folder, OTHER), 'T [w]{.claim #other about="harbour"}.\n');
}
