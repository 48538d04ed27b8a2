/** What the extension and its pictures say to each other. Shared by both sides; plain data. */
import type {
  PictureAnswers,
  PictureKind,
  PictureQuestion,
  PictureRows,
} from '../../../server/src/protocol/pictures.ts';
import type { Spot } from '../../../server/src/protocol/views.ts';

/** From the extension to a picture. */
export type ToPicture<Kind extends PictureKind = PictureKind> =
  | {
      readonly type: 'answer';
      readonly question: PictureQuestion<Kind>;
      /** What the picture is of, as one says it: a file's path, an actor's name, the workspace. */
      readonly title: string;
      /** Null while the server does not answer. */
      readonly answer: PictureAnswers[Kind] | null;
    }
  /** The claim under the text's cursor, by its key; null where there is none. */
  | { readonly type: 'cursor'; readonly key: string | null }
  /** Bring a claim into view and mark it. */
  | { readonly type: 'show'; readonly key: string };

/** What a picture may be saved as. */
export type SavedFormat = 'svg' | 'argdown' | 'csv';

/** From a picture to the extension. */
export type FromPicture =
  /** The picture has been loaded and waits for its answer. */
  | { readonly type: 'ready' }
  | { readonly type: 'open'; readonly spot: Spot }
  /** Let the person choose another file, actor or the whole workspace. */
  | { readonly type: 'choose' }
  | { readonly type: 'rows'; readonly rows: PictureRows }
  | { readonly type: 'save'; readonly format: SavedFormat; readonly text: string };

/** What a picture keeps for the time when it is hidden, or the window closed. */
export interface PictureState {
  readonly question: PictureQuestion;
  /** Whether the table is shown in place of the picture. */
  readonly table?: boolean;
  readonly search?: string;
  /** Which column a table is sorted by. */
  readonly sort?: { readonly column: number; readonly descending: boolean };
  readonly verdict?: string;
}
