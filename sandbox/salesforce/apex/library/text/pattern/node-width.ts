import type { PatternNode } from './nodes.ts';

/** The least and most UTF-16 units a node can match; most is Infinity where there is no bound. */
export function widthOf(node: PatternNode): { readonly least: number; readonly most: number } {
  switch (node.kind) {
    case 'text':
      return { least: node.text.length, most: node.text.length };
    case 'set':
      return { least: 1, most: 2 };
    case 'lineBreak':
      return { least: 1, most: 2 };
    case 'sequence': {
      const widths = node.nodes.map(widthOf);
      return {
        least: widths.reduce((sum, each) => sum + each.least, 0),
        most: widths.reduce((sum, each) => sum + each.most, 0),
      };
    }
    case 'choice': {
      const widths = node.nodes.map(widthOf);
      return {
        least: Math.min(...widths.map((each) => each.least)),
        most: Math.max(...widths.map((each) => each.most)),
      };
    }
    case 'group':
    case 'atomic':
      return widthOf(node.node);
    case 'loop': {
      const width = widthOf(node.node);
      return { least: width.least * node.least, most: node.most === 0 ? 0 : width.most * node.most };
    }
    case 'backReference':
      return { least: 0, most: Infinity };
    case 'lookAhead':
    case 'lookBehind':
    case 'place':
      return { least: 0, most: 0 };
  }
}

/** What Java takes in a look-behind: it bounds everything except the endless repetition of one character. */
export function hasObviousMaximum(node: PatternNode): boolean {
  switch (node.kind) {
    case 'sequence':
    case 'choice':
      return node.nodes.every(hasObviousMaximum);
    case 'group':
    case 'atomic':
      return hasObviousMaximum(node.node);
    case 'loop':
      return node.most === Infinity
        ? node.mode === 'greedy' &&
            (node.node.kind === 'set' || (node.node.kind === 'text' && node.node.text.length === 1))
        : hasObviousMaximum(node.node);
    case 'backReference':
      return false;
    case 'text':
    case 'set':
    case 'lineBreak':
    case 'lookAhead':
    case 'lookBehind':
    case 'place':
      return true;
  }
}
