/** Messages between the extension and the page that shows a source: plain data, shared by both sides. */
import type { SourceFile, SourceHits, SourcePage, WorkStretch } from '../../../server/src/protocol/source.ts';

/** What is shown: the file, and the document from which it is looked at. */
export interface ShownSource extends SourceFile {
  /** The document whose bibliography names the work, and into whose folder its text may be taken. */
  readonly from: string;
}

/** A page with its picture as a file's bytes. */
export interface ShownPage extends Omit<SourcePage, 'drawn'> {
  readonly drawn: { readonly width: number; readonly height: number; readonly png: Uint8Array } | null;
}

/** What can be asked of the view by a command, a menu or a key of the editor. */
export const sourceActions = ['quote', 'next', 'previous', 'search', 'passage'] as const;
export type SourceAction = (typeof sourceActions)[number];

/** From the extension to the page. */
export type ToSource =
  /** Something else is shown from now on. */
  | { readonly type: 'source'; readonly source: ShownSource; readonly name: string }
  | { readonly type: 'page'; readonly index: number; readonly scale: number; readonly page: ShownPage }
  /** Why there is no page; `mend` is the label of a button that helps. */
  | { readonly type: 'refused'; readonly why: string; readonly mend: string | null }
  | { readonly type: 'hits'; readonly words: string; readonly found: SourceHits }
  | { readonly type: 'do'; readonly action: SourceAction }
  /** Something to be read aloud: what came of a command. */
  | { readonly type: 'said'; readonly words: string };

/** From the page to the extension. */
export type FromSource =
  /** The page has been loaded and waits for what it shows. */
  | { readonly type: 'ready' }
  | { readonly type: 'page'; readonly index: number; readonly scale: number }
  | { readonly type: 'search'; readonly words: string }
  | { readonly type: 'quote'; readonly stretch: WorkStretch; readonly index: number }
  | { readonly type: 'openIn'; readonly index: number }
  | { readonly type: 'take' }
  | { readonly type: 'mend' };

/** The state of the page while it is hidden or the window is closed. */
export interface SourceState {
  readonly source: ShownSource;
  /** `null` fits the width. */
  readonly zoom: number | null;
}
