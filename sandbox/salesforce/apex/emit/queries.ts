import type { Expression } from '../syntax/nodes.ts';
import { integerType, listOf, sObjectType, typeOf, type ApexType } from '../types/apex-type.ts';
import { placeConstant, report, type Emission } from './emission.ts';
import { emitExpression } from './expressions.ts';
import { quote } from './literals.ts';
import { codes } from './problem.ts';
import { typed, type Typed } from './typed.ts';

type Query = Extract<Expression, { kind: 'soql' | 'sosl' }>;

/** `[SELECT … FROM …]`: a list of records, of aggregate results, or a number for `SELECT COUNT()`. */
export function emitQuery(at: Emission, expression: Query): Typed {
  const rows = rowType(at, expression);
  const query = bound(at, expression);
  const place = placeConstant(at);
  return rows === integerType
    ? typed(`${at.file.helper('countRows')}(${place},${query})`, integerType, true)
    : typed(`${at.file.helper('queryRows')}(${at.file.constant(listOf(rows))},${place},${query})`, listOf(rows), true);
}

/** `[FIND … RETURNING …]`: a list of lists. */
export function emitSearch(at: Emission, expression: Query): Typed {
  const type = listOf(listOf(sObjectType));
  return typed(`${at.file.helper('searchRows')}(${at.file.constant(type)},${bound(at, expression)})`, type, true);
}

/** The query's text with `:v0`, `:v1`, … for what is bound, and the list of values. */
function bound(at: Emission, expression: Query): string {
  let text = '';
  let end = 0;
  const values = expression.binds.map((bind, index) => {
    text += `${expression.text.slice(end, bind.start)}:v${String(index)}`;
    end = bind.end;
    return emitExpression(at, bind.value).code;
  });
  return `${quote(text + expression.text.slice(end))},[${values.join(',')}]`;
}

function rowType(at: Emission, expression: Query): ApexType {
  const outer = withoutParentheses(expression.text);
  const [, select = '', from = ''] = /^\s*select\s+([\s\S]*?)\s+from\s+(\w+)/i.exec(outer) ?? [];
  if (/^\s*select\s+count\s*\(\s*\)\s+from\b/i.test(expression.text)) {
    return integerType;
  }
  if (/\b(?:count|count_distinct|sum|avg|min|max)\s*\(/i.test(select) || /\bgroup\s+by\b/i.test(outer)) {
    return typeOf('SObject:AggregateResult');
  }
  const record = at.world.recordType(from);
  if (record === null) {
    report(at, codes.type, expression.place, `sObject type '${from}' is not supported.`);
  }
  return record ?? sObjectType;
}

/** Empties what stands between parentheses, so that the FROM of a subquery is not taken for the outer one. */
function withoutParentheses(text: string): string {
  let depth = 0;
  let result = '';
  for (const character of text) {
    if (character === ')') {
      depth -= 1;
    }
    if (depth === 0) {
      result += character;
    }
    if (character === '(') {
      depth += 1;
    }
  }
  return result;
}
