import { loadParser } from '../../apex/syntax/load-parser.ts';
import type { Query } from './query-tree.ts';
import { raiseQuery, raiseUnexpected } from './query-problems.ts';
import { readQuery } from './read-query.ts';

const parsed = new Map<string, Query>();
/** A program has a few hundred queries; texts that are put together while it runs must not fill the memory. */
const mostKept = 5000;

/** Reads SOQL, once for each text: parseQuery('SELECT Id FROM Lead').from → ['Lead']. Throws System.QueryException. */
export function parseQuery(text: string): Query {
  let query = parsed.get(text);
  if (query === undefined) {
    query = parse(text);
    if (parsed.size >= mostKept) {
      parsed.clear();
    }
    parsed.set(text, query);
  }
  return query;
}

function parse(text: string): Query {
  const grammar = loadParser();
  const complaints: { line: number; column: number; message: string }[] = [];
  const listener = new (class extends grammar.ApexErrorListener {
    override apexSyntaxError(line: number, column: number, message: string): void {
      complaints.push({ line, column, message });
    }
  })();
  const lexer = grammar.ApexParserFactory.createLexer(withPlainLiterals(text));
  lexer.removeErrorListeners();
  lexer.addErrorListener(listener);
  const tokens = grammar.ApexParserFactory.createTokenStream(lexer);
  tokens.fill();
  const parser = grammar.ApexParserFactory.createParser(tokens);
  parser.removeErrorListeners();
  parser.addErrorListener(listener);
  const context = parser.query();
  const [first] = complaints;
  if (first !== undefined) {
    const { line, column, message } = first;
    const character = /^token recognition error at: '(.)/su.exec(message)?.[1];
    if (character !== undefined) {
      raiseQuery(`line ${line}:${column} no viable alternative at character '${character}'`);
    }
    const found = tokens.tokens.find((token) => token.line === line && token.column === column);
    raiseUnexpected(found?.text ?? '<EOF>');
  }
  const next = parser.getCurrentToken().text;
  if (next !== '<EOF>') {
    raiseUnexpected(next);
  }
  return readQuery(context, text);
}

/**
 * The grammar is that of Apex, whose literals know fewer escapes than those of a query (`\_`, `\%`). It needs to know only
 * where a literal ends, so it is shown letters in its place; positions stay as they are.
 */
function withPlainLiterals(text: string): string {
  return text.replace(/'((?:\\[^]|[^'\\])*)'/g, (_, inner: string) => `'${'x'.repeat(inner.length)}'`);
}
