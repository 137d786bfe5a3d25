/** Whether a code point belongs to a set of characters. */
export type CharacterTest = (codePoint: number) => boolean;

/** How letters are compared: as they are, A–Z without case, or all letters without case. */
export type Folding = 'none' | 'ascii' | 'unicode';

export type Place =
  /** \A */
  | 'inputStart'
  /** \z */
  | 'inputEnd'
  /** \Z and $: before the last line terminator too; `Unix` knows "\n" alone. */
  | 'inputEndOrTerminator'
  | 'inputEndOrTerminatorUnix'
  | 'lineStart'
  | 'lineStartUnix'
  | 'lineEnd'
  | 'lineEndUnix'
  | 'wordBoundary'
  | 'noWordBoundary'
  /** \G */
  | 'lastMatchEnd';

/** A regular expression of Java as a tree. */
export type PatternNode =
  | { readonly kind: 'text'; readonly text: string; readonly folding: Folding }
  | { readonly kind: 'set'; readonly test: CharacterTest }
  /** \R: "\r\n" is one line break, and two if need be. */
  | { readonly kind: 'lineBreak' }
  | { readonly kind: 'sequence'; readonly nodes: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly nodes: readonly PatternNode[] }
  | { readonly kind: 'group'; readonly index: number; readonly node: PatternNode }
  | { readonly kind: 'atomic'; readonly node: PatternNode }
  | {
      readonly kind: 'loop';
      readonly node: PatternNode;
      readonly least: number;
      readonly most: number;
      readonly mode: 'greedy' | 'lazy' | 'possessive';
    }
  | { readonly kind: 'lookAhead'; readonly node: PatternNode; readonly isNegative: boolean }
  | {
      readonly kind: 'lookBehind';
      readonly node: PatternNode;
      readonly isNegative: boolean;
      readonly least: number;
      readonly most: number;
    }
  | { readonly kind: 'backReference'; readonly index: number; readonly folding: Folding }
  | { readonly kind: 'place'; readonly place: Place };

export type PatternTree = {
  readonly node: PatternNode;
  readonly groupCount: number;
  readonly groupNames: ReadonlyMap<string, number>;
  readonly hasBackReference: boolean;
};
