import type * as grammar from '@apexdevtools/apex-parser';
import { Unsupported } from '../../apex/run/apex-object.ts';
import type { Condition, Operator } from './query-tree.ts';
import { readOperand } from './read-operand.ts';
import { readValue } from './read-values.ts';

type Logical = grammar.WhereLogicalExpressionContext | grammar.LogicalExpressionContext;
type Conditional = grammar.WhereConditionalExpressionContext | grammar.ConditionalExpressionContext;

/** What stands behind WHERE or HAVING; `text` is the whole query. */
export function readCondition(context: Logical, text: string): Condition {
  const parts: readonly Conditional[] =
    'whereConditionalExpression_list' in context
      ? context.whereConditionalExpression_list()
      : context.conditionalExpression_list();
  const conditions = parts.map((each) => readPart(each, text));
  const [only, second] = conditions;
  if (only !== undefined && second === undefined) {
    return context.NOT() ? { kind: 'not', condition: only } : only;
  }
  return { kind: context.SOQLOR_list().length > 0 ? 'or' : 'and', conditions };
}

function readPart(context: Conditional, text: string): Condition {
  const inner = 'whereLogicalExpression' in context ? context.whereLogicalExpression() : context.logicalExpression();
  if (inner) {
    return readCondition(inner, text);
  }
  let comparison: grammar.FieldExpressionContext | null;
  if ('whereFieldExpression' in context) {
    const where = context.whereFieldExpression();
    if (where.FORMULA()) {
      throw new Unsupported('FORMULA() in WHERE', 'a query');
    }
    comparison = where.fieldExpression();
  } else {
    comparison = context.fieldExpression();
  }
  return {
    kind: 'compare',
    operand: readOperand(comparison),
    operator: readOperator(comparison.comparisonOperator()),
    value: readValue(comparison.value(), text),
  };
}

function readOperator(context: grammar.ComparisonOperatorContext): Operator {
  const written = (context.children ?? []).map((child) => child.getText().toUpperCase()).join(' ');
  // The grammar takes the two characters of <= and >= for two words.
  const joined = written.replace(/^([<>]) =$/, '$1=');
  return joined === '<>' ? '!=' : (joined as Operator);
}
