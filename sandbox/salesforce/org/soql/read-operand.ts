import type * as grammar from '@apexdevtools/apex-parser';
import { Unsupported } from '../../apex/run/apex-object.ts';
import type { Operand, Path } from './query-tree.ts';

/** A field or a function of one, wherever the grammar lets both stand. */
export function readOperand(context: {
  fieldName(): grammar.FieldNameContext | null;
  soqlFunction(): grammar.SoqlFunctionContext | null;
}): Operand {
  const call = context.soqlFunction();
  const name = context.fieldName();
  if (call) {
    return readCall(call);
  }
  if (!name) {
    throw new Error('The grammar read an operand that is neither a field nor a function.');
  }
  return { kind: 'field', path: readPath(name) };
}

/** `Account.Owner.Name` → ['Account', 'Owner', 'Name']. */
export function readPath(context: grammar.FieldNameContext): Path {
  return context.soqlId_list().map((each) => each.getText());
}

function readCall(context: grammar.SoqlFunctionContext): Operand {
  const name = context.getChild(0).getText().toUpperCase();
  if (context.DISTANCE() || context.GROUPING()) {
    throw new Unsupported(`the function ${name}`, 'a query');
  }
  const date = context.dateFieldName();
  const inner = context.soqlFunction();
  const field = context.fieldName();
  let argument: Operand | null = null;
  if (date) {
    argument = { kind: 'field', path: readPath(date.fieldName()) };
    if (date.CONVERT_TIMEZONE()) {
      argument = { kind: 'function', name: 'CONVERTTIMEZONE', argument };
    }
  } else if (inner) {
    argument = readCall(inner);
  } else if (field) {
    argument = { kind: 'field', path: readPath(field) };
  }
  return { kind: 'function', name, argument };
}
