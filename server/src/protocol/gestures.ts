/** What gestures are asked with and answered by: plain data, for the protocol and the client as well. */
/** How one claim can be said to bear upon another. */
export type StatedRelation = 'contradicts' | 'supports' | 'qualifies';

/** The types that a property may be declared with. */
export type DeclaredType = 'boolean' | 'choice' | 'quantity' | 'date' | 'text';

/** Something that a person does to a text in one move; what had to be chosen for it has been. */
export type Gesture =
  | { readonly kind: 'claim' }
  /** `actor` is the id of a registered actor. */
  | { readonly kind: 'actor'; readonly actor: string }
  /** The actor is put into the register under this name. */
  | { readonly kind: 'newActor'; readonly name: string }
  /** `locator` as it is to be written, `p. 12`; empty where there is none. */
  | { readonly kind: 'quotation'; readonly work: string; readonly locator: string }
  | { readonly kind: 'cite'; readonly work: string }
  /** Copies the entry of a work from the person's own library. */
  | { readonly kind: 'copyEntry'; readonly work: string }
  /** A work that no bibliography knows yet, as a form describes it; `container` is its publisher, or what it stands in. */
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
  /** This file is the text of a work. */
  | { readonly kind: 'sourceOf'; readonly work: string }
  | { readonly kind: 'note' }
  /** `claim` is the value of a choice. */
  | { readonly kind: 'relate'; readonly relation: StatedRelation; readonly claim: string }
  /**
   * Of the claim at the cursor: who holds it (`@key`, an actor's id, `@` for the work cited right
   * after it, empty for the writer), an actor whom it is about,
   * by id or by the name of one who is put into the register, and a statement as `says` has it. What is absent stays.
   */
  | {
      readonly kind: 'state';
      readonly by?: string;
      readonly about?: string;
      readonly newActor?: string;
      readonly says?: string;
    }
  /**
   * `conflict` is the value of a choice, `upheld` that of the side that is upheld, empty for neither. Without a reason
   * a verdict is opened, which settles nothing until it is worded.
   */
  | {
      readonly kind: 'settle';
      readonly conflict: string;
      readonly upheld?: string;
      readonly reason?: string;
    };

/** What a person may have to choose from. */
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

/** The heading of conflicts of the claims at the cursor. */
export const AT_CURSOR = 'At the cursor';

/** One of the things to choose from. */
export interface Choice {
  /** What the gesture is told. */
  readonly value: string;
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  /** What it stands under; choices under one heading follow each other. */
  readonly heading: string;
  /** Where in the work it was last cited nearby: a proposal. */
  readonly locator?: string;
  /** The two sides of a conflict, each of which may be upheld. */
  readonly sides?: readonly Pick<Choice, 'value' | 'label' | 'description'>[];
  /** What the verdict on a conflict says that was begun. */
  readonly reason?: string;
}

/** What there is to choose from, what is most likely wanted first. */
export interface Choices {
  readonly items: readonly Choice[];
  /** There are more than are given; a longer filter brings them forth. */
  readonly more: boolean;
  /** Why nothing can be done here, whatever is chosen; null where something can. */
  readonly refusal: string | null;
  /** What a new thing would be called: the words selected. */
  readonly words: string;
}
