import { ApexList } from '../../../apex/library/collection/apex-list.ts';
import { hasAnnotation } from '../../../apex/emit/declare-types.ts';
import type { Program, Transaction } from '../../../apex/run/program.ts';
import type { Annotation } from '../../../apex/syntax/nodes.ts';
import { displayName, listOf, voidType, type ApexType } from '../../../apex/types/apex-type.ts';
import type { DeclaredType, MethodSymbol } from '../../../apex/types/declared-type.ts';
import type { Json, JsonObject } from '../json.ts';
import { OrgRefusal, type ActionOutcome, type ActionParameter, type DescribedAction } from '../org-behind-http.ts';
import { readApexJson, writeApexJson } from './apex-json.ts';

interface InvocableMethod {
  readonly declared: DeclaredType;
  readonly method: MethodSymbol;
  readonly annotation: Annotation;
}

/** The invocable methods of a program: one of a class at most. */
export function invocableMethods(program: Program): InvocableMethod[] {
  return [...program.world.all()].flatMap((declared) =>
    [...declared.methods.values()].flat().flatMap((method) => {
      const annotation = method.node?.modifiers.annotations.find(({ name }) => name === 'invocablemethod');
      return annotation === undefined ? [] : [{ declared, method, annotation }];
    }),
  );
}

/** Actions are named after their class: `acme__ScoreLead` in a package. */
export function actionName({ namespace }: Program, { name }: DeclaredType): string {
  return namespace === null ? name : `${namespace}__${name}`;
}

/** As a describe request shows it. */
export function describeInvocable(
  program: Program,
  { declared, method, annotation }: InvocableMethod,
): DescribedAction {
  const [parameter] = method.parameters;
  return {
    name: actionName(program, declared),
    label: settingOf(annotation, 'label') ?? method.name,
    description: settingOf(annotation, 'description'),
    inputs: parameter === undefined ? [] : describeParameters(program, parameter.type, parameter.name),
    outputs: method.returns === voidType ? [] : describeParameters(program, method.returns, 'output'),
  };
}

/** Runs it once for all inputs. Its results have the order and number of the inputs, as documented. */
export function runInvocable(
  program: Program,
  transaction: Transaction,
  invocable: InvocableMethod,
  inputs: readonly JsonObject[],
): ActionOutcome[] {
  const { declared, method } = invocable;
  const { inputs: parameters } = describeInvocable(program, invocable);
  const missing = inputs.map((input) => parameters.filter(({ name, isRequired }) => isRequired && !(name in input)));
  if (missing.some((each) => each.length > 0)) {
    return missing.map((each) => ({
      outputValues: null,
      errors: each.map(({ name }) => ({
        code: 'REQUIRED_FIELD_MISSING',
        message: `Missing required input parameter: ${name}`,
        fields: [],
      })),
    }));
  }
  const returned = transaction.call(declared.name, method.name, readInputs(program, method, inputs));
  return writeOutputs(program, method, returned, inputs.length);
}

function readInputs(program: Program, method: MethodSymbol, inputs: readonly JsonObject[]): unknown[] {
  const [parameter] = method.parameters;
  if (parameter === undefined) {
    return [];
  }
  const element = elementOf(parameter.type);
  const isClass = program.world.declarationOf(element) !== null;
  const items = inputs.map((input): unknown => {
    const value: Json = isClass ? input : (input[parameter.name] ?? null);
    return value === null ? null : readApexJson(value, element);
  });
  return [new ApexList(listOf(element), items)];
}

function writeOutputs(program: Program, method: MethodSymbol, returned: unknown, count: number): ActionOutcome[] {
  if (method.returns === voidType) {
    return Array.from({ length: count }, () => ({ outputValues: null, errors: [] }));
  }
  const items = returned instanceof ApexList ? returned.items : [];
  if (items.length !== count) {
    throw new OrgRefusal(
      'FLOW_EXCEPTION',
      'The number of results does not match the number of interview executions that were executed in a single bulk execution request.',
    );
  }
  const element = elementOf(method.returns);
  const names = variablesOf(program, element)?.map((each) => each.name) ?? null;
  return items.map((item) => {
    const value = JSON.parse(writeApexJson(item)) as Json;
    const outputValues =
      names === null
        ? { output: value }
        : Object.fromEntries(Object.entries(value ?? {}).filter(([name]) => names.includes(name)));
    return { outputValues: outputValues, errors: [] };
  });
}

function elementOf(type: ApexType): ApexType {
  const [element] = type.args;
  if (element === undefined) {
    throw new OrgRefusal('INVALID_OPERATION', `An invocable method takes and returns lists, not ${displayName(type)}.`);
  }
  return element;
}

function describeParameters(program: Program, type: ApexType, name: string): ActionParameter[] {
  const element = elementOf(type);
  const plain = { name, label: name, description: null, type: restTypeOf(element), isRequired: true };
  return variablesOf(program, element) ?? [plain];
}

/** The fields with @InvocableVariable; null of a type that is no class of source. */
function variablesOf(program: Program, type: ApexType): ActionParameter[] | null {
  const declared = program.world.declarationOf(type);
  if (declared?.declaration.kind !== 'class') {
    return null;
  }
  return declared.declaration.members.flatMap((member) => {
    if (member.kind === 'method' || !('modifiers' in member) || !hasAnnotation(member.modifiers, 'invocablevariable')) {
      return [];
    }
    const annotation = member.modifiers.annotations.find(({ name }) => name === 'invocablevariable');
    const symbol = 'name' in member ? declared.fields.get(member.name.toLowerCase()) : undefined;
    if (annotation === undefined || symbol === undefined) {
      return [];
    }
    return [
      {
        name: symbol.name,
        label: settingOf(annotation, 'label') ?? symbol.name,
        description: settingOf(annotation, 'description'),
        type: restTypeOf(symbol.type),
        isRequired: settingOf(annotation, 'required') === 'true',
      },
    ];
  });
}

function restTypeOf(type: ApexType): string {
  return displayName(type).toUpperCase();
}

function settingOf(annotation: Annotation, name: string): string | null {
  const found = annotation.settings.find(([each]) => each === name)?.[1];
  return found?.replace(/^'|'$/g, '') ?? null;
}
