import { window } from 'vscode';
import type { Disposable } from 'vscode';
import type { Server } from './server.ts';
import type { Status } from './status.ts';

/** Updates the status with the current text's scope and checks, whenever they may have changed. */
export function followCiting(server: Server, status: Status): Disposable[] {
  const look = async (): Promise<void> => {
    const uri = window.activeTextEditor?.document.uri.toString();
    const citing = uri === undefined ? null : await server.ask('citing', { uri });
    if (window.activeTextEditor?.document.uri.toString() === uri) status.cites(citing);
  };
  const follow = () => server.carryOn(look());
  return [window.onDidChangeActiveTextEditor(follow), server.onDidChange(follow)];
}
