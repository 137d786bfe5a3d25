import ts from 'typescript';
import { withoutBrackets } from './brackets.ts';
import { diagnosticAt, type Diagnostic, type DiagnosticCode } from './diagnostics.ts';
import { classNameOf } from './names/class-names.ts';
import type { Type } from './types/type.ts';

/** What the visitors of one module share. */
export class ModuleContext {
  readonly checker: ts.TypeChecker;
  readonly sourceFile: ts.SourceFile;
  /** All modules of the engine. */
  readonly modules: readonly ts.SourceFile[];
  readonly className: string;
  readonly diagnostics: Diagnostic[];
  /** Records of any module that a literal makes whole, as `Class.Record`: they get a constructor. */
  readonly madeRecords: Set<string>;
  /** What the function being visited returns. */
  returns: Type = { kind: 'void' };
  /** Locals and parameters of the function being visited. */
  readonly localTypes = new Map<ts.Symbol, Type>();

  constructor(
    checker: ts.TypeChecker,
    sourceFile: ts.SourceFile,
    modules: readonly ts.SourceFile[],
    diagnostics: Diagnostic[],
    madeRecords: Set<string>,
  ) {
    this.checker = checker;
    this.sourceFile = sourceFile;
    this.modules = modules;
    this.className = classNameOf(sourceFile.fileName);
    this.diagnostics = diagnostics;
    this.madeRecords = madeRecords;
  }

  report(node: ts.Node, code: DiagnosticCode, ...found: readonly string[]): void {
    this.diagnostics.push(diagnosticAt(node, code, ...found));
  }

  /** What a name stands for, behind its import. */
  symbolOf(node: ts.Node): ts.Symbol | null {
    const symbol = this.checker.getSymbolAtLocation(node);
    if (symbol === undefined) return null;
    return (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : this.checker.getAliasedSymbol(symbol);
  }

  /** Whether TypeScript thinks that an expression may be null where it stands. */
  mayBeNull(node: ts.Expression): boolean {
    return admits(this.checker.getTypeAtLocation(node), nothing);
  }

  /** As mayBeNull, but a field counts by its declaration: a function called since the last test may have emptied it. */
  mayHaveBecomeNull(node: ts.Expression): boolean {
    const bare = withoutBrackets(node);
    const field = ts.isPropertyAccessExpression(bare) ? this.checker.getSymbolAtLocation(bare.name) : undefined;
    return field === undefined ? this.mayBeNull(node) : admits(this.checker.getTypeOfSymbol(field), nothing);
  }

  /** Whether the elements of an array may be null. */
  hasNullElements(array: ts.Expression): boolean {
    const type = this.checker.getTypeAtLocation(array);
    const element = this.checker.getIndexTypeOfType(this.checker.getNonNullableType(type), ts.IndexKind.Number);
    return element !== undefined && admits(element, ts.TypeFlags.Null);
  }

  /** The constant at the top of a module that an expression names or reaches into; null where it starts at a local. */
  constantBehind(node: ts.Expression): string | null {
    const bare = withoutBrackets(node);
    if (
      ts.isPropertyAccessExpression(bare) ||
      ts.isElementAccessExpression(bare) ||
      ts.isNonNullExpression(bare) ||
      ts.isAsExpression(bare)
    ) {
      return this.constantBehind(bare.expression);
    }
    const symbol = ts.isIdentifier(bare) ? this.symbolOf(bare) : null;
    return symbol === null || this.localTypes.has(symbol) ? null : symbol.name;
  }
}

const nothing = ts.TypeFlags.Null | ts.TypeFlags.Undefined;

function admits(type: ts.Type, flags: ts.TypeFlags): boolean {
  const parts = type.isUnion() ? type.types : [type];
  return parts.some((part) => (part.flags & flags) !== 0);
}
