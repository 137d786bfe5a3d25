import type ts from 'typescript';

/** What is wrong with a program that cannot become Apex: which code, where, and what to do about it. */
export type Diagnostic = {
  readonly code: DiagnosticCode;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
};

/** Each code with the thing, the cause and the next step; `{0}` is what was found. Codes are never used again for another thing. */
export const diagnosticTexts = {
  APX001: '{0} has no counterpart in Apex. Write it with the syntax that docs/subset.md lists as in.',
  APX002: 'The type {0} has no counterpart in Apex. Use Int, Long, string, boolean, a record, T[], Map or T | null.',
  APX003: '{0} is not among the members that every platform has. Use one that docs/subset.md lists, or a loop.',
  APX004: '{0} is not a function that stands at the top of a module of the engine. Call one by its own name.',
  APX005:
    'The record of this literal is not known here. Give the variable, parameter or result it goes to a named type.',
  APX006: 'Apex has no {0}. Compare or compute values of the same plain type.',
  APX007: '{0} and {1} are one name in Apex, which ignores case. Rename one of them.',
  APX008:
    '{0} is a word that Apex reserves, would hide a type of the platform, or is no name in Apex. Choose a longer word.',
  APX009: 'The class name {0} is longer than 40 characters or belongs to two modules. Rename the file.',
  APX010: 'This switch has no counterpart: {0}. Give every case a literal and let it leave, and put default last.',
  APX011: 'This loop has no counterpart: {0}. Use for…of over an array, while, or "for (let i: Int = 0; …; i += 1)".',
  APX012: 'The import of {0} leaves the engine. Pass what is needed as a value.',
  APX013:
    '{0} is an intrinsic without a counterpart in Apex. Add it to the compiler with its Apex text and a case in test/cases/text.json.',
  APX014: 'The number {0} is no whole number that fits 64 bits. Count in a smaller unit.',
  APX015: '{0} would be computed twice, because Apex has no such operator. Put it into a constant first.',
  APX016: 'TypeScript refuses the program: {0}. Make the type check pass first.',
  APX017: '{0} has more than 32 parameters, which Apex refuses. Pass a record.',
  APX018: 'A value is assigned inside another expression. Make the assignment a statement of its own.',
  APX019: 'The class {0} is longer than 1,000,000 characters, which Apex refuses. Split the module.',
  APX020:
    'The fields of this {0} are computed in another order than its type declares. Write them in the order of the type.',
  APX021:
    'The record {0} has more than 32 fields, so it is made field by field and needs a name. Put it into a constant first.',
  APX022:
    'A value of type {0} stands where {1} is asked. Convert it with toLong() or toInt(), or make it of that type.',
  APX023:
    'Apex computes {0} in 32 bits before it becomes a Long. Write toLong() around one operand, or around all of it where it surely fits.',
  APX024: '{0} may be undefined, which Apex does not know. Write {1}.',
  APX025: '{0} may be null, where Apex needs a value. Test it for null first, and give what was found a name.',
  APX026: '{0} hides a name of an outer block, which Apex refuses. Rename one of the two.',
  APX027:
    'The constant {0} is changed, which lasts for a process on one platform and for a transaction on another. Change a value that functions pass on.',
} as const;

export type DiagnosticCode = keyof typeof diagnosticTexts;

/** Notes a problem at a node. describe({0}) parts are put in as they are. */
export function diagnosticAt(node: ts.Node, code: DiagnosticCode, ...found: readonly string[]): Diagnostic {
  const sourceFile = node.getSourceFile();
  const start = sourceFile.getLineAndCharacterOfPosition(node.getStart(sourceFile));
  return {
    code,
    file: sourceFile.fileName,
    line: start.line + 1,
    column: start.character + 1,
    message: fill(code, found),
  };
}

export function fill(code: DiagnosticCode, found: readonly string[]): string {
  return diagnosticTexts[code].replace(/\{([0-9])\}/g, (_, place: string) => found[Number(place)] ?? '');
}

/** As people read it: `core/src/decide/x.ts:3:5 APX001 …`. */
export function printDiagnostic(diagnostic: Diagnostic): string {
  return `${diagnostic.file}:${diagnostic.line}:${diagnostic.column} ${diagnostic.code} ${diagnostic.message}`;
}
