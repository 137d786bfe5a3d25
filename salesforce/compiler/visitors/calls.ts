import ts from 'typescript';
import { callStatic, isPath, type Expression } from '../apex/tree.ts';
import { intrinsics } from '../builtins/intrinsics.ts';
import { changingMethods, findMethod } from '../builtins/members.ts';
import type { ModuleContext } from '../module-context.ts';
import { classNameOf } from '../names/class-names.ts';
import { isOfEngine, readType } from '../types/read-type.ts';
import { fitExactType, fitType } from '../types/fit-type.ts';
import { writeType, type Type } from '../types/type.ts';
import type { Typed } from '../types/typed.ts';
import { checkChange } from './check-change.ts';
import { checkAnswer } from './never-undefined.ts';
import { visitExpression } from './visitors.ts';

/** A function of the engine, an intrinsic, or a method of a text, an array or a Map. */
export function visitCall(node: ts.CallExpression, _: Type | null, context: ModuleContext): Typed | null {
  if (node.questionDotToken !== undefined || node.typeArguments !== undefined) {
    context.report(node, 'APX001', `"${node.getText()}"`);
    return null;
  }
  return ts.isPropertyAccessExpression(node.expression)
    ? callMethod(node, node.expression, context)
    : callFunction(node, context);
}

function callFunction(node: ts.CallExpression, context: ModuleContext): Typed | null {
  const declaration = context.symbolOf(node.expression)?.valueDeclaration;
  const isFunction =
    declaration !== undefined &&
    ts.isFunctionDeclaration(declaration) &&
    declaration.name !== undefined &&
    declaration.type !== undefined &&
    isOfEngine(declaration.getSourceFile().fileName);
  if (!isFunction) {
    context.report(node.expression, 'APX004', node.expression.getText());
    return null;
  }
  const parameters: (Type | null)[] = [];
  for (const parameter of declaration.parameters) {
    parameters.push(parameter.type === undefined ? null : readType(parameter.type, context));
  }
  const fileName = declaration.getSourceFile().fileName;
  const args = visitArguments(node.arguments, parameters, isIntrinsicModule(fileName), context);
  const type = readType(declaration.type, context);
  if (args === null || type === null) return null;
  const name = declaration.name.text;
  if (!isIntrinsicModule(fileName)) return { apex: callStatic(classNameOf(fileName), name, ...args), type };
  const intrinsic = intrinsics.get(name);
  if (intrinsic === undefined) {
    context.report(node.expression, 'APX013', name);
    return null;
  }
  return { apex: intrinsic(args), type };
}

/** The two modules that each platform writes by hand. */
export function isIntrinsicModule(fileName: string): boolean {
  return fileName.endsWith('/decide/model/number.ts') || fileName.endsWith('/decide/model/text.ts');
}

function callMethod(
  node: ts.CallExpression,
  access: ts.PropertyAccessExpression,
  context: ModuleContext,
): Typed | null {
  const of = visitExpression(access.expression, null, context);
  if (of === null) return null;
  const method = findMethod(of.type, access.name.text);
  if (method === null || access.questionDotToken !== undefined) {
    context.report(access.name, 'APX003', `${writeType(of.type, '')}.${access.name.text}()`);
    return null;
  }
  const fewest = method.parameters.length - (method.optional ?? 0);
  if (node.arguments.length < fewest || node.arguments.length > method.parameters.length) {
    context.report(access.name, 'APX003', `${access.name.text}() with ${node.arguments.length} arguments`);
    return null;
  }
  if (access.name.text === 'join' && context.hasNullElements(access.expression)) {
    context.report(access.expression, 'APX025', `an element of "${access.expression.getText()}"`);
  }
  checkAnswer(node, access.name.text, context);
  if (changingMethods.has(access.name.text)) checkChange(access.expression, context);
  const args: Expression[] = [];
  for (const [place, argument] of node.arguments.entries()) {
    const asked = method.parameters[place]!;
    const typed = visitExpression(argument, asked, context);
    if (typed === null) return null;
    // The elements of a collection are not widened on every platform.
    args.push(fitExactType(argument, typed, asked, context));
  }
  if (method.isReadTwice?.(args) === true && !isPath(of.apex)) {
    context.report(access, 'APX015', `"${access.expression.getText()}"`);
    return null;
  }
  return { apex: method.write(of.apex, args), type: method.returns };
}

/** An operator that stands for an intrinsic has the type of what it is given, so the first argument brings the one asked. */
function visitArguments(
  nodes: readonly ts.Expression[],
  parameters: readonly (Type | null)[],
  isOperator: boolean,
  context: ModuleContext,
): Expression[] | null {
  const args: Expression[] = [];
  for (const [place, node] of nodes.entries()) {
    const asked = parameters[place] ?? null;
    const typed = visitExpression(node, asked, context);
    if (typed === null) return null;
    const fit = isOperator && place === 0 ? fitExactType : fitType;
    args.push(fit(node, typed, asked, context));
  }
  return args;
}
