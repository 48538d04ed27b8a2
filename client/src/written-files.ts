import { workspace } from 'vscode';
import { WritingGuard } from './writing-guard.ts';

/** Checked before anything is written. */
export const writingGuard = new WritingGuard(workspace);
