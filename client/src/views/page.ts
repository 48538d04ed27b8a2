import { Uri, l10n } from 'vscode';
import type { Webview } from 'vscode';
import { pictureRow, type PictureKind } from '../../../server/src/protocol/pictures.ts';
import { embedded } from './embedded.ts';
import { language } from '../../../server/src/words/say.ts';

/** The folder of the webview bundles in the extension. */
export function picturesFolder(extension: Uri): Uri {
  return Uri.joinPath(extension, 'dist', 'views');
}

/**
 * The HTML of a picture: an empty body that its script fills, and the translations of its messages. Its content
 * security policy allows only that script and its style sheet, and no network.
 */
export function picturePage(kind: PictureKind, title: string, webview: Webview, extension: Uri): string {
  return viewPage(pictureRow(kind).page, title, webview, extension);
}

/** The same for any bundle of the webviews, by the name of its folder. */
export function viewPage(bundle: string, title: string, webview: Webview, extension: Uri): string {
  const file = (ending: string) =>
    webview.asWebviewUri(Uri.joinPath(picturesFolder(extension), `${bundle}.${ending}`)).toString();
  const nonce = crypto.randomUUID();
  const policy = `default-src 'none'; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="${language()}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="${file('css')}">
</head>
<body>
<script type="application/json" id="translations">${embedded(l10n.bundle ?? {})}</script>
<script nonce="${nonce}" src="${file('js')}"></script>
</body>
</html>
`;
}
