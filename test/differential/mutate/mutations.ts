import { binary, callOn, not, type BinaryOperator, type Expression } from '../../../salesforce/compiler/apex/tree.ts';
import type { Rewriting } from './rewrite.ts';

/** A fault that the compiler could have, made everywhere at once. */
export type Mutation = { readonly name: string; readonly rewriting: Rewriting };

const one: Expression = { kind: 'literal', text: '1' };
const zero: Expression = { kind: 'literal', text: '0' };
const isLiteral = (expression: Expression, text: string): boolean =>
  expression.kind === 'literal' && expression.text === text;
const isText = (expression: Expression): boolean =>
  expression.kind === 'string' ||
  (expression.kind === 'binary' && (isText(expression.left) || isText(expression.right)));

function onExpression(name: string, expression: (each: Expression) => Expression): Mutation {
  return { name, rewriting: { expression } };
}

function onStatement(name: string, statement: NonNullable<Rewriting['statement']>): Mutation {
  return { name, rewriting: { statement } };
}

function onOperator(
  name: string,
  from: BinaryOperator,
  change: (left: Expression, right: Expression) => Expression,
): Mutation {
  return onExpression(name, (each) =>
    each.kind === 'binary' && each.operator === from ? change(each.left, each.right) : each,
  );
}

/** Only between numbers: a sum of texts is left alone. */
function onNumbers(name: string, from: '+' | '-', to: BinaryOperator): Mutation {
  return onOperator(name, from, (left, right) => {
    const isOfTexts = from === '+' && (isText(left) || isText(right) || !isPlainNumber(right));
    return binary(isOfTexts ? from : to, left, right);
  });
}

function isPlainNumber(expression: Expression): boolean {
  return expression.kind === 'literal' && /^[0-9]+L?$/.test(expression.text);
}

function onCall(
  name: string,
  method: string,
  change: (of: Expression, args: readonly Expression[]) => Expression,
): Mutation {
  return onExpression(name, (each) =>
    each.kind === 'call' && each.name === method && each.of !== null ? change(each.of, each.arguments) : each,
  );
}

function renamed(name: string, from: string, to: string): Mutation {
  return onCall(name, from, (of, args) => callOn(of, to, ...args));
}

/** Faults of translation that the differential test must notice, each of them. */
export const mutations: readonly Mutation[] = [
  onCall('texts are compared without regard to case', 'equals', (of, [other]) => binary('==', of, other!)),
  onExpression('nothing is widened to Long before it is multiplied', (each) =>
    each.kind === 'cast' ? each.value : each,
  ),
  onOperator('< means <=', '<', (left, right) => binary('<=', left, right)),
  onOperator('<= means <', '<=', (left, right) => binary('<', left, right)),
  onOperator('> means >=', '>', (left, right) => binary('>=', left, right)),
  onOperator('>= means >', '>=', (left, right) => binary('>', left, right)),
  onOperator('and means or', '&&', (left, right) => binary('||', left, right)),
  onOperator('or means and', '||', (left, right) => binary('&&', left, right)),
  onExpression('not is lost', (each) => (each.kind === 'unary' && each.operator === '!' ? each.value : each)),
  onExpression('minus is lost', (each) => (each.kind === 'unary' && each.operator === '-' ? each.value : each)),
  onNumbers('plus one means minus one', '+', '-'),
  onNumbers('minus means plus', '-', '+'),
  onOperator('products are sums', '*', (left, right) => binary('+', left, right)),
  onOperator('division rounds up', '/', (left, right) =>
    binary('/', binary('-', binary('+', left, right), one), right),
  ),
  onExpression('branches of a choice are exchanged', (each) =>
    each.kind === 'conditional' ? { ...each, then: each.otherwise, otherwise: each.then } : each,
  ),
  onExpression('a test for null is turned round', (each) =>
    each.kind === 'binary' && each.operator === '==' && isLiteral(each.right, 'null')
      ? { ...each, operator: '!=' }
      : each,
  ),
  onOperator('the value that stands in for null is lost', '??', (left) => left),
  onOperator('the value that stands in for null always wins', '??', (_, right) => right),
  onStatement('counting starts at one', (each) =>
    each.kind === 'for' && isLiteral(each.start, '0') ? [{ ...each, start: one }] : [each],
  ),
  onStatement('loops over a list end after their first round', (each) =>
    each.kind === 'forEach' && !leaves(each.body)
      ? [{ ...each, body: [...each.body, { comments: [], kind: 'break' }] }]
      : [each],
  ),
  onStatement('loops end where they should go on', (each) =>
    each.kind === 'continue' ? [{ comments: [], kind: 'break' }] : [each],
  ),
  onStatement('the first case of a switch is lost', (each) =>
    each.kind === 'switch' && each.cases.length > 1 ? [{ ...each, cases: each.cases.slice(1) }] : [each],
  ),
  onStatement('the last case of a switch is lost', (each) =>
    each.kind === 'switch' && each.cases.length > 1 ? [{ ...each, cases: each.cases.slice(0, -1) }] : [each],
  ),
  onStatement('a switch has no default', (each) =>
    each.kind === 'switch' && each.otherwise !== null && each.otherwise.every((inner) => inner.kind !== 'return')
      ? [{ ...each, otherwise: null }]
      : [each],
  ),
  onStatement('an else is lost', (each) =>
    each.kind === 'if' && each.otherwise !== null && !endsInReturn(each.otherwise)
      ? [{ ...each, otherwise: null }]
      : [each],
  ),
  // With a literal or a start it is a text that is asked: lists have no lastIndexOf.
  onCall('the first place of a piece is the last', 'indexOf', (of, args) =>
    args[0]!.kind === 'string' ? callOn(of, 'lastIndexOf', args[0]) : callOn(of, 'indexOf', ...args),
  ),
  renamed('the last place of a piece is the first', 'lastIndexOf', 'indexOf'),
  renamed('starting with is containing', 'startsWith', 'contains'),
  renamed('ending with is starting with', 'endsWith', 'startsWith'),
  onCall('a Map says it has what it has not', 'containsKey', (of, args) => not(callOn(of, 'containsKey', ...args))),
  onCall('items are put in front', 'add', (of, [item]) => callOn(of, 'add', zero, item!)),
  onCall('the first item is taken off instead of the last', 'remove', (of) => callOn(of, 'remove', zero)),
  onExpression('joined texts lose their separator', (each) =>
    each.kind === 'callStatic' && each.name === 'join'
      ? { ...each, arguments: [each.arguments[0]!, { kind: 'string', value: '' }] }
      : each,
  ),
  renamed('small letters become capitals', 'toLowerCase', 'toUpperCase'),
  onExpression('blanks inside a text stay', (each) =>
    each.kind === 'callStatic' && each.name === 'squeezePlain' ? each.arguments[0]! : each,
  ),
  onCall('every character is the first', 'charAt', (of) => callOn(of, 'charAt', zero)),
  onCall('a piece of a text reaches back to its start', 'substring', (of, [, end]) =>
    callOn(of, 'substring', zero, end!),
  ),
  onCall('the start of a text is cut one place too late', 'left', (of, [size]) =>
    callOn(of, 'left', binary('+', size!, one)),
  ),
  onCall('the rest of a text begins one place too late', 'mid', (of, [start, size]) =>
    callOn(of, 'mid', binary('+', start!, one), size!),
  ),
  renamed('the end of a text is its start', 'right', 'left'),
  onExpression('two fields of a record are exchanged', (each) =>
    each.kind === 'new' && each.arguments.length > 1 && isOneKind(each.arguments[0]!, each.arguments[1]!)
      ? { ...each, arguments: [each.arguments[1]!, each.arguments[0]!, ...each.arguments.slice(2)] }
      : each,
  ),
  onExpression('sums go down', (each) =>
    each.kind === 'assign' && each.operator === '+=' && !isText(each.value) && each.value.kind === 'field'
      ? { ...each, operator: '-=' }
      : each,
  ),
  onExpression('a list has lost its last item', (each) =>
    each.kind === 'newList' && each.items.length > 1 ? { ...each, items: each.items.slice(0, -1) } : each,
  ),
  onExpression('texts are joined the wrong way round', (each) =>
    each.kind === 'binary' && each.operator === '+' && each.left.kind === 'string' && !isPlainNumber(each.right)
      ? binary('+', each.right, each.left)
      : each,
  ),
  onExpression('a backslash in a text is lost', (each) =>
    each.kind === 'string' && each.value.includes('\\') ? { ...each, value: each.value.replaceAll('\\', '') } : each,
  ),
  onExpression('letters beyond ASCII are lost', (each) =>
    each.kind === 'string' ? { ...each, value: each.value.replaceAll(/[^\x20-\x7e\n\r\t]/g, '?') } : each,
  ),
  onExpression('large numbers are one too small', (each) =>
    each.kind === 'literal' && /^[0-9]{4,}L?$/.test(each.text)
      ? { ...each, text: each.text.replace(/^[0-9]+/, (digits) => String(Number(digits) - 1)) }
      : each,
  ),
];

function endsInReturn(statements: readonly { kind: string }[]): boolean {
  return statements.at(-1)?.kind === 'return';
}

/** Whether nothing may follow: Apex refuses a statement that is never reached. */
function leaves(statements: readonly { kind: string }[]): boolean {
  return ['return', 'break', 'continue'].includes(statements.at(-1)?.kind ?? '');
}

/** Both plain fields or names: their exchange still has types that fit, more often than not. */
function isOneKind(left: Expression, right: Expression): boolean {
  return left.kind === 'string' && right.kind === 'string';
}
