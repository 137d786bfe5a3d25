import ts from 'typescript';
import { binary, nameOf, type Expression } from '../apex/tree.ts';
import type { ModuleContext } from '../module-context.ts';
import { classNameOf } from '../names/class-names.ts';
import { isOfEngine, readType } from '../types/read-type.ts';
import { boolean, integer, long, nullType, string, type Type } from '../types/type.ts';
import { suffix, type Typed } from '../types/typed.ts';
import { visitExpression } from './visitors.ts';

const largestInteger = 2147483647;

export function visitNumber(node: ts.NumericLiteral, asked: Type | null, context: ModuleContext): Typed | null {
  // The scanner has already turned hexadecimal digits and separators into a plain number.
  const whole = Number(node.text);
  if (!Number.isSafeInteger(whole)) {
    context.report(node, 'APX014', node.getText());
    return null;
  }
  const type = whole > largestInteger ? long : integer;
  const literal: Typed = { apex: { kind: 'literal', text: `${whole}${type === long ? 'L' : ''}` }, type };
  return suffix(literal, asked);
}

export function visitString(node: ts.StringLiteral | ts.NoSubstitutionTemplateLiteral): Typed {
  return { apex: { kind: 'string', value: node.text }, type: string };
}

export function visitWord(node: ts.Expression): Typed {
  const text = node.getText();
  return { apex: { kind: 'literal', text }, type: text === 'null' ? nullType : boolean };
}

/** `${a}b${c}` is a sum of texts; an empty piece is left out. */
export function visitTemplate(node: ts.TemplateExpression, _: Type | null, context: ModuleContext): Typed | null {
  const pieces: Expression[] = [];
  if (node.head.text !== '') pieces.push({ kind: 'string', value: node.head.text });
  for (const span of node.templateSpans) {
    const part = visitExpression(span.expression, string, context);
    if (part === null) return null;
    if (part.type.kind !== 'string') {
      context.report(span.expression, 'APX006', `text made of ${span.expression.getText()}, which is no string`);
      return null;
    }
    if (context.mayBeNull(span.expression)) context.report(span.expression, 'APX025', `"${span.expression.getText()}"`);
    pieces.push(part.apex);
    if (span.literal.text !== '') pieces.push({ kind: 'string', value: span.literal.text });
  }
  return { apex: pieces.reduce((sum, piece) => binary('+', sum, piece)), type: string };
}

/** A local, or a constant of this or another module. */
export function visitIdentifier(node: ts.Identifier, _: Type | null, context: ModuleContext): Typed | null {
  const symbol = context.symbolOf(node);
  const local = symbol === null ? undefined : context.localTypes.get(symbol);
  if (local !== undefined) return { apex: nameOf(node.text), type: local };
  const declaration = symbol?.valueDeclaration;
  if (declaration !== undefined && ts.isVariableDeclaration(declaration) && declaration.type !== undefined) {
    const fileName = declaration.getSourceFile().fileName;
    if (isOfEngine(fileName)) {
      const type = readType(declaration.type, context);
      const name = declaration.name.getText();
      return type === null ? null : { apex: { kind: 'static', of: classNameOf(fileName), name }, type };
    }
  }
  if (
    declaration !== undefined &&
    ts.isVariableDeclaration(declaration) &&
    isOfEngine(declaration.getSourceFile().fileName)
  ) {
    context.report(declaration, 'APX002', `of ${node.text}, which is not written out,`);
  } else {
    context.report(node, 'APX004', node.text);
  }
  return null;
}
