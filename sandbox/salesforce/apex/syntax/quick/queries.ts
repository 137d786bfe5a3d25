import { loadGrammarReader } from '../load-grammar-reader.ts';
import type { Expression, Place, SoqlBind } from '../nodes.ts';
import type { Cursor } from './cursor.ts';
import { inDoubt, InDoubt } from './in-doubt.ts';
import { takeSelect } from './select.ts';

/** `[SELECT …]` and `[FIND …]`. What is more than a plain query is left to the grammar, from bracket to bracket. */
export function takeQuery(cursor: Cursor, place: Place): Expression {
  const opening = cursor.position;
  const binds: SoqlBind[] = [];
  try {
    cursor.expects('[');
    takeSelect(cursor, binds);
    const { end } = cursor.tokenAt(opening);
    const { start } = cursor.token;
    cursor.expects(']');
    return { kind: 'soql', place, text: cursor.source.slice(end, start), binds };
  } catch (error) {
    if (!(error instanceof InDoubt)) {
      throw error;
    }
    cursor.moveTo(opening);
    return takeByGrammar(cursor, place);
  }
}

function takeByGrammar(cursor: Cursor, place: Place): Expression {
  const { start } = cursor.take();
  if (!cursor.sees('select') && !cursor.sees('find')) {
    inDoubt();
  }
  let end = start;
  for (let depth = 1; depth > 0;) {
    const token = cursor.take();
    if (token.kind === 'end') {
      inDoubt();
    }
    depth += token.kind !== 'sign' ? 0 : token.name === '[' ? 1 : token.name === ']' ? -1 : 0;
    end = token.end;
  }
  return loadGrammarReader().readQueryWithGrammar(cursor.source.slice(start, end), place) ?? inDoubt();
}
