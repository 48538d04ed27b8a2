import { say } from '../words/say.ts';
import { MOST_IN_STYLE, ownStyle } from '../bibliography/csl-style.ts';
import { shippedStyle } from '../bibliography/load-formatter.ts';
import type { StyleState } from '../workspace/styles.ts';
import type { TextContent } from './text-content.ts';

/** Whether a style's file could be read, and whether the style can be used. */
export function styleState(content: TextContent): StyleState {
  if (content.status !== 'read') return { status: content.status };
  // One unit over the limit is enough for the refusal.
  const style = ownStyle(content.text.text.slice(0, MOST_IN_STYLE + 1));
  if ('problem' in style) return { status: 'read', problem: style.problem };
  const isLost = 'parent' in style && shippedStyle(style.parent) === null;
  const parent = isLost ? style.parent.slice(0, 200) : '';
  return {
    status: 'read',
    problem: isLost
      ? say('it only refers to another, “{parent}”, which does not come with Sic et Non', { parent })
      : null,
  };
}
