import { Unsupported } from '../../apex/run/apex-object.ts';

/** Which fields a search looks at. */
export type SearchGroup = 'ALL' | 'NAME' | 'EMAIL' | 'PHONE';

/** What a search asks of one object. */
export interface Returning {
  readonly objectName: string;
  /** As written; none where the search asks for ids alone. */
  readonly fields: readonly string[];
  /** WHERE and ORDER BY as SOQL has them, or empty. */
  readonly clauses: string;
  readonly limit: number | null;
}

export interface Search {
  /** What is looked for; a number is the place of a bound value. */
  readonly words: string | number;
  readonly group: SearchGroup;
  readonly returning: readonly Returning[];
  readonly mode: 'user' | 'system' | null;
  readonly limit: number | null;
}

/** A search that is not written as SOSL is. */
export class SearchProblem extends Error {
  override readonly name = 'SearchProblem';
}

/**
 * Reads a search: parseSearch("FIND {ada*} IN NAME FIELDS RETURNING Lead(Id, Name LIMIT 5)").returning[0]?.objectName → 'Lead'.
 * Throws a SearchProblem where it is malformed, and Unsupported for clauses that are not built.
 */
export function parseSearch(text: string): Search {
  const find = /^\s*FIND\s*(?:\{((?:\\[^]|[^}\\])*)\}|'((?:\\[^]|[^'\\])*)'|:v(\d+))\s*/i.exec(text);
  if (find === null) {
    throw new SearchProblem(`unexpected token: ${text.trim().split(/\s+/)[0] ?? '<EOF>'}`);
  }
  const [whole, inBraces, quoted, bind] = find;
  let rest = text.slice(whole.length);
  const group = /^IN\s+(\w+)\s+FIELDS\s*/i.exec(rest);
  rest = rest.slice(group?.[0].length ?? 0);
  const returning = /^RETURNING\s+/i.exec(rest);
  if (returning === null) {
    throw new Unsupported('SOSL without RETURNING', 'a search');
  }
  const { items, after } = readReturning(rest.slice(returning[0].length));
  const [, mode, limit, odd] = /^(?:WITH\s+(USER_MODE|SYSTEM_MODE)\s*)?(?:LIMIT\s+(\d+)\s*)?([^]*)$/i.exec(after) ?? [];
  if (odd !== undefined && odd !== '') {
    throw new Unsupported(`SOSL with ${odd.split(/\s+/).slice(0, 2).join(' ')}`, 'a search');
  }
  return {
    words: bind === undefined ? unescape(inBraces ?? quoted ?? '') : Number(bind),
    group: readGroup(group?.[1]),
    returning: items.map(readItem),
    mode: mode === undefined ? null : mode.toUpperCase() === 'USER_MODE' ? 'user' : 'system',
    limit: limit === undefined ? null : Number(limit),
  };
}

const groups: readonly SearchGroup[] = ['ALL', 'NAME', 'EMAIL', 'PHONE'];

function readGroup(word: string | undefined): SearchGroup {
  const found = groups.find((each) => each === (word ?? 'ALL').toUpperCase());
  if (found === undefined) {
    throw new Unsupported(`SOSL IN ${word ?? ''} FIELDS`, 'a search');
  }
  return found;
}

/** Objects with their parentheses, separated by commas; what follows begins with WITH, LIMIT or another clause. */
function readReturning(text: string): { items: string[]; after: string } {
  const items: string[] = [];
  let rest = text;
  for (;;) {
    const name = /^\w+\s*/.exec(rest);
    if (name === null) {
      throw new SearchProblem(`unexpected token: ${rest.slice(0, 20)}`);
    }
    const end = rest[name[0].length] === '(' ? endOfParentheses(rest, name[0].length) : name[0].length;
    items.push(rest.slice(0, end).trim());
    const comma = /^\s*(,?)\s*/.exec(rest.slice(end));
    rest = rest.slice(end + (comma?.[0].length ?? 0));
    if (comma?.[1] !== ',') {
      return { items, after: rest };
    }
  }
}

function endOfParentheses(text: string, start: number): number {
  let depth = 0;
  for (const { 0: part, index } of text.slice(start).matchAll(/'(?:\\[^]|[^'\\])*'|[()]/g)) {
    depth += part === '(' ? 1 : part === ')' ? -1 : 0;
    if (depth === 0) {
      return start + index + 1;
    }
  }
  throw new SearchProblem("expecting a right parentheses, found '<EOF>'");
}

function readItem(text: string): Returning {
  const [, objectName = '', inside = ''] = /^(\w+)\s*(?:\(([^]*)\))?$/.exec(text) ?? [];
  const [, list = '', clauses = '', limit] =
    /^\s*([^]*?)\s*((?:\b(?:WHERE|ORDER\s+BY)\b[^]*?)?)\s*(?:\bLIMIT\s+(\d+))?\s*$/i.exec(inside) ?? [];
  const fields = list.split(',').map((each) => each.trim());
  const odd = fields.find((each) => each !== '' && !/^[\w.]+$/.test(each));
  if (odd !== undefined) {
    throw new Unsupported(`SOSL RETURNING ${objectName}(${odd})`, 'a search');
  }
  return {
    objectName,
    fields: fields.filter((each) => each !== ''),
    clauses,
    limit: limit === undefined ? null : Number(limit),
  };
}

function unescape(text: string): string {
  return text.replace(/\\([^])/g, '$1');
}
