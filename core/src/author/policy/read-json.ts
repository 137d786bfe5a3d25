import { getNodePath, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import type { Place } from './name-place.ts';

/** A mistake in the text itself, at a place counted from 0. */
export type TextMistake = { offset: number; found: string };

/** The same name twice in one group: the first value would be lost without a word. */
export type DoubleName = { offset: number; name: string; place: Place };

export type ReadJson = { value: unknown; tree: Node | null; mistakes: TextMistake[]; doubleNames: DoubleName[] };

/** Reads plain JSON: no comments, no trailing commas, no name twice. */
export function readJson(text: string): ReadJson {
  const errors: ParseError[] = [];
  try {
    const tree = parseTree(text, errors, {
      disallowComments: true,
      allowTrailingComma: false,
      allowEmptyContent: true,
    });
    if (errors.length > 0) {
      return unreadable(errors.map((error) => ({ offset: error.offset, found: wordsOf(error) })));
    }
    const value: unknown = JSON.parse(text);
    return { value: value, tree: tree ?? null, mistakes: [], doubleNames: tree === undefined ? [] : doubleNames(tree) };
  } catch (error) {
    // The parser recurses, so a file of nothing but brackets can end here.
    return unreadable([{ offset: 0, found: error instanceof RangeError ? 'nested too deeply' : 'not readable' }]);
  }
}

function unreadable(mistakes: TextMistake[]): ReadJson {
  return { value: null, tree: null, mistakes: mistakes, doubleNames: [] };
}

/** "CommaExpected" → "comma expected". */
function wordsOf(error: ParseError): string {
  return printParseErrorCode(error.error)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
}

function doubleNames(root: Node): DoubleName[] {
  const found: DoubleName[] = [];
  const waiting: Node[] = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const seen = new Set<string>();
    for (const child of node.children ?? []) {
      const name = node.type === 'object' ? (child.children?.[0]?.value as string | undefined) : undefined;
      if (name !== undefined && seen.has(name)) {
        found.push({ offset: child.offset, name: name, place: getNodePath(node) });
      } else if (name !== undefined) {
        seen.add(name);
      }
      waiting.push(child);
    }
  }
  return found.sort((one, other) => one.offset - other.offset);
}
