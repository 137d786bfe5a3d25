import { madeObject } from '../../../run/meter.ts';
import { raise } from '../../raise.ts';
import { PlatformObject, setTypeOf } from '../../system/platform-object.ts';
import { type CompiledPattern, compilePattern } from './compile-pattern.ts';
import { PatternProblem } from './pattern-problem.ts';
import { readPattern } from './read-pattern.ts';

/** A value of type Pattern. */
export class ApexPattern extends PlatformObject {
  readonly source: string;
  readonly groupCount: number;
  readonly groupNames: ReadonlyMap<string, number>;
  readonly compiled: CompiledPattern;

  constructor(source: string) {
    super();
    const tree = readPattern(source);
    this.source = source;
    this.groupCount = tree.groupCount;
    this.groupNames = tree.groupNames;
    this.compiled = compilePattern(tree);
  }

  tostring$(): string {
    return this.source;
  }
}

setTypeOf(ApexPattern, 'System.Pattern');

const compiledBefore = new Map<string, ApexPattern>();
const mostKept = 500;

/** A text as a regular expression: patternFromText('a+').groupCount → 0. Throws System.StringException where it is none. */
export function patternFromText(source: string): ApexPattern {
  madeObject(8);
  let pattern = compiledBefore.get(source);
  if (pattern === undefined) {
    pattern = compile(source);
    if (compiledBefore.size >= mostKept) {
      compiledBefore.clear();
    }
    compiledBefore.set(source, pattern);
  }
  return pattern;
}

function compile(source: string): ApexPattern {
  try {
    return new ApexPattern(source);
  } catch (problem) {
    if (problem instanceof PatternProblem) {
      return raise('System.StringException', `Invalid regex: ${problem.message}`);
    }
    throw problem;
  }
}

const specialCharacters = /[\\^$.|?*+()[\]{}]/;

/** The text that an expression stands for where it stands for itself alone; null otherwise: plainTextOf(',') → ",". */
export function plainTextOf(source: string): string | null {
  if (!specialCharacters.test(source)) {
    return source;
  }
  // Most escapes in real code are of one character: '\\.' or '\\|'.
  return /^\\[^A-Za-z0-9]$/.test(source) ? source.charAt(1) : null;
}
