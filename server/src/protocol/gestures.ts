/** Requests and answers of gestures, as plain data for server and client. */
import { deferred } from '../words/say.ts';
/** Relations between claims that a gesture can add. */
export type StatedRelation = 'contradicts' | 'supports' | 'qualifies';

/** The types of properties. */
export type DeclaredType = 'boolean' | 'choice' | 'quantity' | 'date' | 'text';

/** An annotation that the user makes in one step, with all its parameters. */
export type Gesture =
  | { readonly kind: 'claim' }
  /** `actor` is the id of a registered actor. */
  | { readonly kind: 'actor'; readonly actor: string }
  /** Registers a new actor under this name. */
  | { readonly kind: 'newActor'; readonly name: string }
  /** `locator` as it is written, `p. 12`; empty for none. */
  | { readonly kind: 'quotation'; readonly work: string; readonly locator: string }
  | { readonly kind: 'cite'; readonly work: string }
  /** Copies the entry of a work from the user's own library. */
  | { readonly kind: 'copyEntry'; readonly work: string }
  /** Adds a new work from a form; `container` is its publisher or the work that contains it. */
  | {
      readonly kind: 'newWork';
      readonly type: string;
      readonly authors: string;
      readonly title: string;
      readonly year: string;
      readonly container?: string;
      readonly key?: string;
    }
  /** `of` are the values of a choice, `unit` is that of a quantity. */
  | {
      readonly kind: 'declareProperty';
      readonly name: string;
      readonly type: DeclaredType;
      readonly of?: readonly string[];
      readonly unit?: string;
    }
  /** Declares that this file is the text of a work. */
  | { readonly kind: 'sourceOf'; readonly work: string }
  /** Declares that a file holds the text of a work; its path as the project file is to have it. */
  | { readonly kind: 'fileOf'; readonly work: string; readonly file: string }
  | { readonly kind: 'note' }
  /** `claim` is the value of a choice. */
  | { readonly kind: 'relate'; readonly relation: StatedRelation; readonly claim: string }
  /**
   * Changes the claim at the cursor. Its asserter: `@key`, an actor's id, `@` for the work cited directly after it,
   * empty for the writer; or the name of a new actor, who is registered. A subject: an actor's id, or the name of a new
   * actor. A statement in the syntax of `says`. What is absent is not changed. Two new actors of one name are one.
   * With `marks` selected words that are no claim yet are marked as one, in the same change. With `declares` the property
   * of the statement is a new one, which the project file declares if there is one and the value shows its type.
   */
  | {
      readonly kind: 'state';
      readonly marks?: boolean;
      readonly by?: string;
      readonly newHolder?: string;
      readonly about?: string;
      readonly newActor?: string;
      readonly says?: string;
      readonly declares?: boolean;
    }
  /**
   * `conflict` is the value of a choice; `upheld` that of the side that is upheld, empty for neither. Without a
   * reason an open adjudication is inserted, which settles nothing until it is worded.
   */
  | {
      readonly kind: 'settle';
      readonly conflict: string;
      readonly upheld?: string;
      readonly reason?: string;
    };

/**
 * What helps where a gesture is refused: asking once more, the three questions about a claim or only the first, the
 * entry of what is marked, the work that is quoted, the list of findings.
 */
export type Mend = 'again' | 'describe' | 'holder' | 'entry' | 'source' | 'problems';

/** Subjects of choices. */
export type ChoiceSubject =
  | 'newProperty'
  | 'textOf'
  | 'newWork'
  | 'actor'
  | 'work'
  | 'quotedWork'
  | 'claim'
  | 'conflict'
  | 'holder'
  | 'subject'
  | 'property'
  | 'value';

/** The heading for conflicts of the claims at the cursor; a message. */
export const AT_CURSOR = deferred('At the cursor');

/** A choice. */
export interface Choice {
  /** The value for the gesture. */
  readonly value: string;
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  /** Its heading; choices with the same heading are adjacent. */
  readonly heading: string;
  /** A suggestion: the locator of the nearest citation of the work. */
  readonly locator?: string;
  /** The two sides of a conflict, either of which may be upheld. */
  readonly sides?: readonly Pick<Choice, 'value' | 'label' | 'description'>[];
  /** The text of an adjudication that was begun. */
  readonly reason?: string;
}

/** The choices, most likely ones first. */
export interface Choices {
  readonly items: readonly Choice[];
  /** Whether there are more; a longer filter finds them. */
  readonly more: boolean;
  /** Why nothing can be done here at all; null where something can. */
  readonly refusal: string | null;
  /** What is missing altogether where that is why nothing can be chosen: it can be made. */
  readonly missing?: 'bibliography';
  /** The default name of a new thing: the selected words. */
  readonly words: string;
  /** Whether none of the choices is called anything like these words, so that a new thing is the likeliest. */
  readonly unheardOf: boolean;
}
