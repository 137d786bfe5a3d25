import ts from 'typescript';
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
    const type = this.checker.getTypeAtLocation(node);
    const parts = type.isUnion() ? type.types : [type];
    return parts.some((part) => (part.flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined)) !== 0);
  }
}
