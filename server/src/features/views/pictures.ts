import type { PictureKind } from '../../protocol/pictures.ts';
import { claimMapView } from './claim-map.ts';
import { evidenceMatrixView } from './evidence-matrix.ts';
import type { PictureView } from './picture-view.ts';
import { timelineView } from './timeline.ts';

/** How each picture of the table in `protocol/pictures.ts` is computed. */
export const pictureViews: { readonly [Kind in PictureKind]: PictureView<Kind> } = {
  claimMap: claimMapView,
  evidenceMatrix: evidenceMatrixView,
  timeline: timelineView,
};
