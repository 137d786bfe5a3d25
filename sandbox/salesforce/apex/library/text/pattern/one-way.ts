import { foldCodePoint, lowerCodePoint, upperCodePoint } from '../letter-case.ts';
import type { CharacterTest, PatternNode } from './nodes.ts';

/**
 * Whether a node can match in one way only from a position, so that there is nothing to come back to: `\\.|[^\\]` can, since
 * its branches begin differently. Rounds of such a node need no stack.
 */
export function hasOneWay(node: PatternNode): boolean {
  switch (node.kind) {
    case 'text':
    case 'set':
    case 'atomic':
    case 'backReference':
    case 'lookAhead':
    case 'lookBehind':
    case 'place':
      return true;
    case 'sequence':
      return node.nodes.every(hasOneWay);
    case 'group':
      return hasOneWay(node.node);
    case 'loop':
      return node.mode === 'possessive';
    case 'choice':
      return node.nodes.every(isOneCharacter) || (node.nodes.every(hasOneWay) && beginDifferently(node.nodes));
    case 'lineBreak':
      return false;
  }
}

/** Whichever of such branches matches, the same character is taken. */
function isOneCharacter(node: PatternNode): boolean {
  return node.kind === 'set' || (node.kind === 'text' && Array.from(node.text).length === 1);
}

type Beginning = { readonly forms: readonly number[] } | { readonly test: CharacterTest };

function beginDifferently(nodes: readonly PatternNode[]): boolean {
  const beginnings = nodes.map(beginningOf);
  return beginnings.every(
    (one, index) =>
      one !== null && beginnings.slice(index + 1).every((other) => other !== null && areApart(one, other)),
  );
}

function beginningOf(node: PatternNode): Beginning | null {
  switch (node.kind) {
    case 'text': {
      const first = node.text.codePointAt(0) ?? 0;
      const isPlain = node.folding === 'none';
      return { forms: isPlain ? [first] : [first, lowerCodePoint(first), upperCodePoint(first), foldCodePoint(first)] };
    }
    case 'set':
      return { test: node.test };
    case 'sequence':
      return node.nodes[0] === undefined ? null : beginningOf(node.nodes[0]);
    case 'group':
    case 'atomic':
      return beginningOf(node.node);
    case 'loop':
      return node.least > 0 ? beginningOf(node.node) : null;
    case 'choice':
    case 'lineBreak':
    case 'lookAhead':
    case 'lookBehind':
    case 'backReference':
    case 'place':
      return null;
  }
}

function areApart(one: Beginning, other: Beginning): boolean {
  if ('forms' in one) {
    return 'forms' in other
      ? !one.forms.some((each) => other.forms.includes(each))
      : !one.forms.some((each) => other.test(each));
  }
  return 'forms' in other && areApart(other, one);
}
