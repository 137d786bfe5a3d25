/** Something that is wrong with a source: a stable code, where, what, and what to do about it. */
export type SyntaxProblem = {
  readonly code: string;
  /** From 1. */
  readonly line: number;
  /** From 0, as in Place. */
  readonly column: number;
  readonly message: string;
  readonly next: string;
};

/** What reading gives instead of a tree. All problems of the source, in textual order. */
export type SyntaxProblems = {
  readonly kind: 'problems';
  readonly fileName: string;
  readonly problems: readonly SyntaxProblem[];
};

/** One problem as one line: describeProblem('A.cls', …) → "APEX001 A.cls:3:7 Unexpected ';'. Correct the syntax…". */
export function describeProblem(fileName: string, problem: SyntaxProblem): string {
  return `${problem.code} ${fileName}:${problem.line}:${problem.column + 1} ${problem.message} ${problem.next}`;
}
