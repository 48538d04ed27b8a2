import { workspace } from 'vscode';
import { machine } from './machine/here.ts';
import { WritingGuard } from './writing-guard.ts';

/** Checked before anything is written. */
export const writingGuard = new WritingGuard(workspace, (root, file) => machine.landsInside(root, file));
