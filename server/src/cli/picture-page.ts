/** A page that holds a picture: script, style, words and answers, and no address of anything. */
import { createHash } from 'node:crypto';
import type { Catalogue } from '../words/say.ts';

/** One answer, as the script of a picture is told it. */
export interface Drawn {
  readonly question: object;
  /** What it is a picture of. */
  readonly title: string;
  readonly answer: object;
  /** The kind of rows that it has, where there are several. */
  readonly rows: string | null;
}

export interface PicturePage {
  readonly language: string;
  readonly title: string;
  readonly translations: Catalogue;
  readonly script: string;
  readonly style: string;
  /** What is shown first comes first. */
  readonly drawn: readonly Drawn[];
}

/** The page. Nothing in names or texts can end an element, and no script runs but ours. */
export function picturePage({ language, title, translations, script, style, drawn }: PicturePage): string {
  const scripts = [HOST, script.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n')].map(inScript);
  const hashes = scripts.map((each) => `'sha256-${createHash('sha256').update(each).digest('base64')}'`);
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src ${hashes.join(' ')}; base-uri 'none'; form-action 'none'`;
  const css = style.replace(/\/\*# sourceMappingURL=.*?\*\//, '').replaceAll('</', '<\\/');
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${THEME}${css}</style>
</head>
<body>
<script type="application/json" id="translations">${data(translations)}</script>
<script type="application/json" id="drawn">${data(drawn)}</script>
<script>${scripts[0]}</script>
<script>${scripts[1]}</script>
</body>
</html>
`;
}

/** Takes the place of the editor: answers, saves, and leads to the texts where they lie beside the page. */
const HOST = `const drawn = JSON.parse(document.getElementById('drawn').textContent);
let state;
const show = (rows) => {
  const { question, title, answer } = drawn.find((each) => each.rows === rows) ?? drawn[0];
  setTimeout(() => {
    const data = { type: 'answer', question, title, answer };
    window.dispatchEvent(new MessageEvent('message', { data }));
    // In an editor this button asks for something else.
    const subject = document.querySelector('.bar h1 + button');
    if (subject) Object.assign(subject, { textContent: title, inert: true });
  });
};
const save = (format, text) => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text]));
  link.download = document.title.replace(/[^\\p{L}\\p{N}]+/gu, '-') + '.' + format;
  link.click();
};
window.acquireVsCodeApi = () => ({
  getState: () => state,
  setState: (news) => { state = news; },
  postMessage(said) {
    if (said.type === 'ready') show(null);
    else if (said.type === 'rows') show(said.rows);
    else if (said.type === 'save') save(said.format, said.text);
    else if (said.type === 'open') window.open(said.spot.uri, '_blank');
  },
});
`;

/** The colours that an editor would give. */
const THEME = `:root {
  color-scheme: light dark;
  --vscode-font-family: system-ui, sans-serif; --vscode-font-size: 14px;
  --vscode-editor-font-family: ui-monospace, monospace;
  --vscode-foreground: light-dark(#1f2328, #e6edf3); --vscode-editor-foreground: var(--vscode-foreground);
  --vscode-editor-background: light-dark(#fff, #16191d); --vscode-sideBar-background: light-dark(#f6f8fa, #1d2126);
  --vscode-editorWidget-background: light-dark(#f6f8fa, #1d2126); --vscode-descriptionForeground: light-dark(#57606a, #9aa4af);
  --vscode-widget-border: light-dark(#c9d1d9, #3d444d); --vscode-focusBorder: light-dark(#0969da, #58a6ff);
  --vscode-textLink-foreground: light-dark(#0969da, #58a6ff); --vscode-errorForeground: light-dark(#b42318, #ff8078);
  --vscode-charts-green: light-dark(#1a7f37, #57c06a); --vscode-charts-red: light-dark(#b42318, #ff8078);
  --vscode-charts-blue: light-dark(#0969da, #6cb6ff); --vscode-charts-purple: light-dark(#7439c9, #c297ff);
  --vscode-list-hoverBackground: light-dark(#eaeef2, #262b31); --vscode-editor-selectionBackground: light-dark(#cfe4ff, #234a72);
  --vscode-editor-findMatchHighlightBackground: light-dark(#ffe08a, #6b5600);
  --vscode-input-background: light-dark(#fff, #16191d); --vscode-input-foreground: var(--vscode-foreground);
  --vscode-input-border: var(--vscode-widget-border); --vscode-input-placeholderForeground: var(--vscode-descriptionForeground);
  --vscode-dropdown-background: var(--vscode-input-background); --vscode-dropdown-foreground: var(--vscode-foreground); --vscode-dropdown-border: var(--vscode-widget-border);
  --vscode-button-background: light-dark(#0969da, #1f6feb); --vscode-button-foreground: #fff; --vscode-button-border: transparent;
  --vscode-button-secondaryBackground: light-dark(#eaeef2, #2b3138); --vscode-button-secondaryForeground: var(--vscode-foreground); --vscode-button-secondaryHoverBackground: light-dark(#dbe1e7, #363d46);
}
[inert] { background: none !important; border: 0 !important; color: inherit !important; }
`;

/** Data within a script element, which nothing in it may end, and without the control characters that JSON leaves raw. */
function data(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<\u007f-\u009f]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function inScript(program: string): string {
  return program.replace(/<(?=\/script|!--)/gi, '\\x3c');
}

/** The page may be printed to a terminal: control characters of a name are left out. */
function escaped(text: string): string {
  return text.replace(/\p{Cc}/gu, '').replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
