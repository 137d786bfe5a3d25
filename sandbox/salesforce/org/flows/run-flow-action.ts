import { makeException } from '../../apex/library/exception/exceptions.ts';
import { ApexDecimal } from '../../apex/library/number/apex-decimal.ts';
import { readDecimal } from '../../apex/library/number/read-number.ts';
import { execution } from '../../apex/run/execution.ts';
import { Transaction } from '../../apex/run/program.ts';
import { actionName, invocableMethods, runInvocable } from '../http/in-memory/invocable-methods.ts';
import type { Json } from '../http/json.ts';
import { printValue, type FormulaValue } from '../schema/formula/formula-values.ts';

type Values = ReadonlyMap<string, FormulaValue>;

/** Runs an invocable method of the running program once for all inputs, as a flow calls it: runFlowAction('ScoreLead', inputs). */
export function runFlowAction(name: string, inputs: readonly Values[]): Values[] {
  const running = execution();
  if (!(running instanceof Transaction)) {
    throw new Error(`The flow action ${name} has no transaction to run in.`);
  }
  const { program } = running;
  const names = program.namespace === null ? [name] : [name, `${program.namespace}__${name}`];
  const found = invocableMethods(program).find((each) => names.includes(actionName(program, each.declared)));
  if (found === undefined) {
    return fail(`There is no invocable method in a class named ${name}.`);
  }
  const given = inputs.map((each) => Object.fromEntries([...each].map(([key, value]) => [key, writeValue(value)])));
  return runInvocable(program, running, found, given).map(({ outputValues, errors }) =>
    errors.length > 0
      ? fail(errors.map((each) => each.message).join('; '))
      : new Map(Object.entries(outputValues ?? {}).map(([key, value]) => [key, readValue(value)])),
  );
}

function fail(message: string): never {
  // eslint-disable-next-line @typescript-eslint/only-throw-error
  throw makeException('System.FlowException', message);
}

function writeValue(value: FormulaValue): Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') {
    return value;
  }
  return value instanceof ApexDecimal ? Number(printValue(value)) : printValue(value).replace(' ', 'T');
}

function readValue(value: Json): FormulaValue {
  if (typeof value === 'number') {
    return readDecimal(String(value));
  }
  // What is neither text nor number nor checkbox cannot be used further in the flows that are built.
  return typeof value === 'string' || typeof value === 'boolean' ? value : null;
}
