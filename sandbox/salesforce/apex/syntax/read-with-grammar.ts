import type { ApexParser, ApexTokenStream } from '@apexdevtools/apex-parser';
import { loadParser } from './load-parser.ts';
import type { Expression, Place, SourceUnit } from './nodes.ts';
import type { SyntaxProblem, SyntaxProblems } from './problems.ts';
import { readExpression } from './read-expressions.ts';
import { readAnonymousUnit, readClassUnit, readTriggerUnit } from './read-units.ts';
import { placeOfToken, report, type Reading } from './reading.ts';
import { sayWhatIsWrong } from './say-what-is-wrong.ts';
import type { SourceForm } from './source-form.ts';

/** Reads any source, or lists everything that is wrong with it. */
export function readWithGrammar(text: string, fileName: string, form: SourceForm): SourceUnit | SyntaxProblems {
  const { result, problems } = readByRule(text, (reading, parser) => unitReader(reading, parser, form));
  return problems.length > 0 || result === null
    ? { kind: 'problems', fileName, problems: problems.toSorted((a, b) => a.line - b.line || a.column - b.column) }
    : result;
}

/** Reads `[SELECT …]` or `[FIND …]` that starts at a place of its source; null where it is wrong. */
export function readQueryWithGrammar(query: string, { line, column }: Place): Expression | null {
  // What stands before it is blank, so that places are those of the source.
  const text = `${'\n'.repeat(line - 1)}${' '.repeat(column)}${query};`;
  const { result, problems } = readByRule(text, (reading, parser) => {
    const context = parser.expressionStatement();
    return () => readExpression(reading, context.expression());
  });
  return problems.length > 0 ? null : result;
}

/** Parses at once and gives what makes the tree, which is only done where nothing was wrong. */
type Rule<T> = (reading: Reading, parser: ApexParser) => () => T;

function readByRule<T>(text: string, rule: Rule<T>): { result: T | null; problems: readonly SyntaxProblem[] } {
  // The quick prediction reads nearly every source; what it cannot tell apart is read again with the full one.
  const quick = parse(text, rule, 'quick');
  const { reading, read } = quick.reading.problems.length === 0 ? quick : parse(text, rule, 'full');
  const result = reading.problems.length === 0 ? read() : null;
  return { result, problems: reading.problems };
}

function parse<T>(text: string, rule: Rule<T>, prediction: 'quick' | 'full'): { reading: Reading; read: () => T } {
  const grammar = loadParser();
  const reading: Reading = { parser: grammar, problems: [] };
  const listener = new (class extends grammar.ApexErrorListener {
    override apexSyntaxError(line: number, column: number, message: string): void {
      reading.problems.push(sayWhatIsWrong(line, column, message));
    }
  })();
  const lexer = grammar.ApexParserFactory.createLexer(text);
  lexer.addErrorListener(listener);
  const tokens = grammar.ApexParserFactory.createTokenStream(lexer);
  reportForeignLetters(reading, tokens);
  const parser = grammar.ApexParserFactory.createParser(tokens);
  parser.addErrorListener(listener);
  // PredictionMode.SLL and LL of the ANTLR runtime, which the parser's package does not export.
  (parser as unknown as { _interp: { predictionMode: number } })._interp.predictionMode =
    prediction === 'quick' ? 0 : 1;
  return { reading, read: rule(reading, parser) };
}

/** The grammar takes letters of any alphabet into names, to leave the complaint about them to its users. */
function reportForeignLetters(reading: Reading, tokens: ApexTokenStream): void {
  tokens.fill();
  for (const token of tokens.tokens) {
    if (token.type === reading.parser.ApexLexer.Identifier && !/^[A-Za-z_$][\w$]*$/.test(token.text)) {
      report(
        reading,
        'APEX008',
        placeOfToken(token),
        `The name ${token.text} has letters that Apex does not know.`,
        'Write names with the letters A to Z, digits and underscores.',
      );
    }
  }
}

function unitReader(reading: Reading, parser: ApexParser, form: SourceForm): () => SourceUnit | null {
  switch (form) {
    case 'class': {
      const context = parser.compilationUnit();
      return () => readClassUnit(reading, context);
    }
    case 'trigger': {
      const context = parser.triggerUnit();
      return () => readTriggerUnit(reading, context);
    }
    case 'anonymous': {
      const context = parser.anonymousUnit();
      return () => readAnonymousUnit(reading, context);
    }
  }
}
