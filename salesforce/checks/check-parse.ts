import { readFileSync } from 'node:fs';
import { ApexErrorListener, ApexParserFactory } from '@apexdevtools/apex-parser';
import type { ApexSources } from './apex-sources.ts';
import type { Finding } from './finding.ts';

class FindingListener extends ApexErrorListener {
  readonly findings: Finding[] = [];
  readonly #file: string;

  constructor(file: string) {
    super();
    this.#file = file;
  }

  override apexSyntaxError(line: number, column: number, message: string): void {
    this.findings.push({ file: this.#file, line, column, code: 'parse:Syntax', message });
  }
}

/**
 * Every syntax error of every class and trigger.
 *
 * Example: a class with `foo( {` gives `[{ line: 2, column: 30, code: 'parse:Syntax', … }]`.
 */
export function checkParse(sources: ApexSources): Finding[] {
  return sources.files.flatMap((file) => {
    const listener = new FindingListener(file);
    const { parser } = ApexParserFactory.createLexerAndParser(readFileSync(file, 'utf8'), listener);
    if (/\.trigger$/i.test(file)) parser.triggerUnit();
    else parser.compilationUnit();
    return listener.findings;
  });
}
