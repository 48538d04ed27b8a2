import { codeAction } from './code-action.ts';
import { definition } from './definition.ts';
import type { Handler } from './handler.ts';
import { hover } from './hover.ts';

/** Every feature of the protocol that the server offers. */
export const allHandlers: readonly Handler[] = [hover, definition, codeAction];
