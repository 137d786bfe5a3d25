import { isDeepStrictEqual } from 'node:util';
import type { Expression, Member, SourceUnit, Statement } from '../../../../sandbox/salesforce/apex/syntax/nodes.ts';
import { describeProblem, type SyntaxProblems } from '../../../../sandbox/salesforce/apex/syntax/problems.ts';
import { readQuickly } from '../../../../sandbox/salesforce/apex/syntax/quick/read-quickly.ts';
import { readSource, type SourceForm } from '../../../../sandbox/salesforce/apex/syntax/read-source.ts';
import { readWithGrammar } from '../../../../sandbox/salesforce/apex/syntax/read-with-grammar.ts';

/** The tree of a source that has to be right. Where both readers read it, they have to agree, on places as well. */
export function unitOf(text: string, form: SourceForm): SourceUnit {
  const unit = readWithGrammar(text, 'Source', form);
  const quick = readQuickly(text, form);
  if (quick !== null && !isDeepStrictEqual(quick, unit)) {
    throw new Error(`The readers do not agree: ${JSON.stringify(quick)} and ${JSON.stringify(unit)}`);
  }
  if (unit.kind === 'problems') {
    throw new Error(unit.problems.map((each) => describeProblem('Source', each)).join('\n'));
  }
  return unit;
}

/** What is wrong with a source that has to be wrong. */
export function problemsOf(text: string, form: SourceForm): SyntaxProblems['problems'] {
  const unit = readSource(text, 'Source', form);
  return unit.kind === 'problems' ? unit.problems : [];
}

export function membersOf(text: string): readonly Member[] {
  const unit = unitOf(`class A { ${text} }`, 'class');
  return unit.kind === 'class' && unit.declaration.kind === 'class' ? unit.declaration.members : [];
}

export function statementsOf(text: string): readonly Statement[] {
  const unit = unitOf(text, 'anonymous');
  return unit.kind === 'anonymous' ? unit.body.statements : [];
}

export function expressionOf(text: string): Expression {
  const [statement] = statementsOf(`x = ${text};`);
  if (statement?.kind !== 'expressionStatement' || statement.expression.kind !== 'assign') {
    throw new Error(`${text} was not read as an expression.`);
  }
  return statement.expression.value;
}

/** The same data without places, which most comparisons have no interest in. */
export function withoutPlaces(node: unknown): unknown {
  return JSON.parse(JSON.stringify(node, (key, value: unknown) => (key === 'place' ? undefined : value)));
}

/** An expression in prefix notation: `a + b * 2` → "(+ a (* b 2))". */
export function shapeOf(node: Expression): string {
  switch (node.kind) {
    case 'literal':
      return node.type === 'String' ? `'${node.text}'` : node.type === 'Long' ? `${node.text}L` : node.text;
    case 'name':
      return node.name;
    case 'this':
    case 'super':
      return node.kind;
    case 'member':
      return `(${node.isSafe ? '?.' : '.'} ${shapeOf(node.of)} ${node.name})${node.endsChain ? '!' : ''}`;
    case 'call': {
      const of = node.of === null ? '' : `${shapeOf(node.of)} `;
      const given = node.arguments.map((each) => ` ${shapeOf(each)}`).join('');
      return `(${node.isSafe ? '?' : ''}call ${of}${node.name}${given})${node.endsChain ? '!' : ''}`;
    }
    case 'index':
      return `(at ${shapeOf(node.of)} ${shapeOf(node.at)})`;
    case 'unary':
      return `(${node.operator} ${shapeOf(node.value)})`;
    case 'postfix':
      return `(${shapeOf(node.value)} ${node.operator})`;
    case 'binary':
      return `(${node.operator} ${shapeOf(node.left)} ${shapeOf(node.right)})`;
    case 'assign':
      return `(${node.operator} ${shapeOf(node.target)} ${shapeOf(node.value)})`;
    case 'conditional':
      return `(? ${shapeOf(node.condition)} ${shapeOf(node.then)} ${shapeOf(node.otherwise)})`;
    case 'cast':
      return `(as ${node.type.parts.join('.')} ${shapeOf(node.value)})`;
    case 'instanceOf':
      return `(is ${shapeOf(node.value)} ${node.type.parts.join('.')})`;
    default:
      return node.kind;
  }
}
