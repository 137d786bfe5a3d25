import path from 'node:path';
import ts from 'typescript';
import { printClass } from './apex/print-class.ts';
import type { ApexClass, RecordClass } from './apex/tree.ts';
import { docOfFile } from './comments.ts';
import { diagnosticAt, fill, type Diagnostic } from './diagnostics.ts';
import { ModuleContext } from './module-context.ts';
import { checkNames } from './names/check-names.ts';
import { classNameOf, longestClassName } from './names/class-names.ts';
import { isIntrinsicModule } from './visitors/calls.ts';
import { visitDeclaration, type Declared } from './visitors/declarations.ts';

/** A module of the engine as Apex. `file` is its path from the root of the repository. */
export type CompiledClass = { readonly file: string; readonly apexClass: ApexClass };

export type Compilation = {
  /** In the order of their class names; empty where there is any diagnostic. */
  readonly classes: readonly CompiledClass[];
  /** Every problem of every module, in the order of file, line and column. */
  readonly diagnostics: readonly Diagnostic[];
};

/** The longest text of a class that Apex takes. */
const longestClass = 1_000_000;

/** Modules without code of their own. */
const moduleOfNames = '/decide/index.ts';

/**
 * Compiles the modules of a program to Apex. All problems are listed at once; where there is one, nothing is compiled.
 *
 * @param root folder of the repository, from which files are named
 */
export function compile(program: ts.Program, modules: readonly ts.SourceFile[], root: string): Compilation {
  const checker = program.getTypeChecker();
  const diagnostics = [...refusals(program, modules)];
  const madeRecords = new Set<string>();
  const compiled: { file: string; name: string; doc: string[]; declared: Declared }[] = [];
  const named = modules.filter((each) => !each.fileName.endsWith(moduleOfNames));
  const written = named.filter((each) => !isIntrinsicModule(each.fileName));
  const classNames = checkClassNames(named, diagnostics);
  if (diagnostics.length === 0) {
    for (const sourceFile of written) {
      const context = new ModuleContext(checker, sourceFile, modules, diagnostics, madeRecords);
      diagnostics.push(...checkNames(sourceFile, classNames));
      const declared: Declared = { constants: [], methods: [], records: [] };
      for (const statement of sourceFile.statements) visitDeclaration(statement, declared, context);
      compiled.push({
        file: path.relative(root, sourceFile.fileName),
        name: context.className,
        doc: docOfFile(sourceFile),
        declared,
      });
    }
  }
  const classes = compiled
    .map(({ file, name, doc, declared }): CompiledClass => {
      const records = declared.records.map((each): RecordClass => withConstructor(each, name, madeRecords));
      return { file, apexClass: { name, doc, constants: declared.constants, methods: declared.methods, records } };
    })
    .filter(({ apexClass }) => apexClass.constants.length + apexClass.methods.length + apexClass.records.length > 0)
    .sort((one, other) => (one.apexClass.name < other.apexClass.name ? -1 : 1));
  for (const { file, apexClass } of classes) {
    if (printClass(apexClass).length > longestClass) {
      diagnostics.push({ code: 'APX019', file, line: 1, column: 1, message: fill('APX019', [apexClass.name]) });
    }
  }
  const inOrder = diagnostics
    .map((each) => ({ ...each, file: path.isAbsolute(each.file) ? path.relative(root, each.file) : each.file }))
    .sort((one, other) => compareText(one.file, other.file) || one.line - other.line || one.column - other.column);
  return { classes: inOrder.length === 0 ? classes : [], diagnostics: inOrder };
}

function withConstructor(record: RecordClass, className: string, madeRecords: ReadonlySet<string>): RecordClass {
  return { ...record, hasConstructor: madeRecords.has(`${className}.${record.name}`) };
}

/** What TypeScript itself refuses: the visitors trust its types. */
function refusals(program: ts.Program, modules: readonly ts.SourceFile[]): Diagnostic[] {
  return modules.flatMap((sourceFile) =>
    [...program.getSyntacticDiagnostics(sourceFile), ...program.getSemanticDiagnostics(sourceFile)].map((each) => {
      const start = sourceFile.getLineAndCharacterOfPosition(each.start ?? 0);
      const message = ts.flattenDiagnosticMessageText(each.messageText, ' ');
      return {
        code: 'APX016' as const,
        file: sourceFile.fileName,
        line: start.line + 1,
        column: start.character + 1,
        message: fill('APX016', [message.replace(/\.$/, '')]),
      };
    }),
  );
}

function checkClassNames(modules: readonly ts.SourceFile[], diagnostics: Diagnostic[]): ReadonlySet<string> {
  const names = new Map<string, string>();
  for (const sourceFile of modules) {
    const name = classNameOf(sourceFile.fileName);
    if (name.length > longestClassName || names.has(name.toLowerCase())) {
      diagnostics.push(diagnosticAt(sourceFile, 'APX009', name));
    }
    names.set(name.toLowerCase(), name);
  }
  return new Set(names.values());
}

function compareText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
