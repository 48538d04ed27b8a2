import { workspace } from 'vscode';
import { WritingGuard } from './writing-guard.ts';

/** Asked before anything is written. */
export const writingGuard = new WritingGuard(workspace);
