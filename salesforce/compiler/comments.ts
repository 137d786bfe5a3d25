import ts from 'typescript';

/** The `//` comments that stand before a statement, without their marks. */
export function commentsBefore(node: ts.Node): string[] {
  const text = node.getSourceFile().text;
  const ranges = ts.getLeadingCommentRanges(text, node.getFullStart()) ?? [];
  return ranges
    .map((range) => text.slice(range.pos, range.end))
    .filter((comment) => comment.startsWith('//') && !comment.startsWith('// eslint-'))
    .map((comment) => comment.slice(2).trim());
}

/** The lines of the doc comment that belongs to a declaration; none where there is none. */
export function docOf(node: ts.Node): string[] {
  const comments = docComments(node);
  return comments.length === 0 ? [] : linesOf(comments[comments.length - 1]!);
}

/** The lines of the comment at the head of a file: a doc comment before the imports, or before that of the first declaration. */
export function docOfFile(sourceFile: ts.SourceFile): string[] {
  const first = sourceFile.statements[0];
  if (first === undefined) return [];
  const comments = docComments(first);
  const isHead = ts.isImportDeclaration(first) ? comments.length > 0 : comments.length > 1;
  return isHead ? linesOf(comments[0]!) : [];
}

function docComments(node: ts.Node): string[] {
  const text = node.getSourceFile().text;
  const ranges = ts.getLeadingCommentRanges(text, node.getFullStart()) ?? [];
  return ranges.map((range) => text.slice(range.pos, range.end)).filter((comment) => comment.startsWith('/**'));
}

function linesOf(comment: string): string[] {
  const lines = comment
    .slice(3, -2)
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, '').trimEnd());
  while (lines.length > 0 && lines[0]!.trim() === '') lines.shift();
  while (lines.length > 0 && lines[lines.length - 1]!.trim() === '') lines.pop();
  return lines.length === 1 ? [lines[0]!.trim()] : lines;
}
