import type { PictureAnswers, PictureAsked, PictureKind, Shortened } from '../../protocol/pictures.ts';
import type { Stepwise } from '../stepwise.ts';
import type { ViewRequest, ViewScope } from './view-request.ts';

/** How one picture is worked out. */
export interface PictureView<Kind extends PictureKind> {
  /** Its answer in one folder, where a file is known by its path. */
  inFolder(request: ViewRequest, asked: PictureAsked<Kind, ViewScope>): Stepwise<PictureAnswers[Kind]>;
  /** One answer out of those of several folders, or of none. */
  joined(answers: readonly PictureAnswers[Kind][], asked: PictureAsked<Kind, unknown>): PictureAnswers[Kind];
}

/** What several answers do not show, added up. */
export function addedUp(answers: readonly Shortened[]): Shortened {
  return {
    leftOut: answers.reduce((sum, { leftOut }) => sum + leftOut, 0),
    conflictsLeftOut: answers.reduce((sum, { conflictsLeftOut }) => sum + conflictsLeftOut, 0),
  };
}
