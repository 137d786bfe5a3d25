import type { ApexEnum } from '../run/apex-enum.ts';
import type { ApexType } from '../types/apex-type.ts';
import type { TypeWorld } from '../types/type-world.ts';
import { topOf, type DeclaredType, type MethodSymbol } from '../types/declared-type.ts';
import type { LinkedType } from '../run/linked-type.ts';
import { LineWriter } from './line-writer.ts';
import type { ProblemList } from './problem.ts';

/**
 * What the emitted text of one file refers to: constants of the platform and the program under short names, functions and
 * classes of other files, which are bound when all files are there, and the counters of its statements.
 */
export class FileContext {
  readonly world: TypeWorld;
  readonly problems: ProblemList;
  readonly top: DeclaredType;
  readonly writer = new LineWriter();
  readonly constants: unknown[] = [];
  /** The line of each counter. */
  readonly statementLines: number[] = [];
  /** Lower-case names of all methods that source declares. */
  readonly sourceMethods: ReadonlySet<string>;
  /** In a trigger's code: the type of its object's records. */
  readonly triggerRecord: ApexType | null;
  private readonly linkOf: (declared: DeclaredType) => LinkedType;
  private readonly constantNames = new Map<unknown, string>();
  private readonly helpers = new Set<string>();
  private readonly bound = new Map<string, string>();

  constructor(
    world: TypeWorld,
    problems: ProblemList,
    top: DeclaredType,
    linkOf: (declared: DeclaredType) => LinkedType,
    sourceMethods: ReadonlySet<string>,
    triggerRecord: ApexType | null,
  ) {
    this.world = world;
    this.problems = problems;
    this.top = top;
    this.linkOf = linkOf;
    this.sourceMethods = sourceMethods;
    this.triggerRecord = triggerRecord;
  }

  /** The name under which a value stands in the emitted text. */
  constant(value: unknown): string {
    let name = this.constantNames.get(value);
    if (name === undefined) {
      name = `k${String(this.constants.length)}`;
      this.constants.push(value);
      this.constantNames.set(value, name);
    }
    return name;
  }

  /** What running code has of a type, for values that are shared with it. */
  linkedOf(declared: DeclaredType): LinkedType {
    return this.linkOf(declared);
  }

  enumConstantsOf(declared: DeclaredType): readonly ApexEnum[] {
    return this.linkOf(declared).constants;
  }

  /** A function of run/emitted-support.ts. */
  helper(name: string): string {
    this.helpers.add(name);
    return name;
  }

  /** The next counter, for a statement on a line. */
  counter(line: number): string {
    return `c[${String(this.statementLines.push(line) - 1)}]++`;
  }

  /** The head of a loop: counts a round, and asks now and then whether the run may go on. Ends in &&. */
  loopCounter(line: number): string {
    const counter = `c[${String(this.statementLines.push(line) - 1)}]`;
    return `(${counter}++<1e8||${this.helper('mayGoOn')}(${counter}))&&`;
  }

  isOwn(declared: DeclaredType): boolean {
    return topOf(declared) === this.top;
  }

  /** A method as a function: of this file by its own name, of another one through a variable that linking sets. */
  functionOf(method: MethodSymbol): string {
    return this.functionNamed(method.owner, method.functionName);
  }

  functionNamed(owner: DeclaredType, functionName: string): string {
    return this.isOwn(owner)
      ? functionName
      : this.bind('f', `${this.constant(this.linkOf(owner))}.functions.${functionName}`);
  }

  /** The JavaScript class of a class of source. */
  classOf(declared: DeclaredType): string {
    return this.bind('C', `${this.constant(this.linkOf(declared))}.objectClass`);
  }

  /** The object that holds a type's static fields. */
  staticsOf(declared: DeclaredType): string {
    return this.isOwn(declared)
      ? `S$${declared.name.replace('.', '$')}`
      : this.bind('S', `${this.constant(this.linkOf(declared))}.statics`);
  }

  /** Code that sees to it that a class has been initialised; empty where that is certain. Ends in a comma. */
  startOf(declared: DeclaredType): string {
    const top = topOf(declared);
    if (top === this.top || !this.mustStart(top)) {
      return '';
    }
    const linked = this.constant(this.linkOf(top));
    return `${linked}.isStarted||${linked}.start(),`;
  }

  /** Whether anything happens at all when a class is first touched. */
  private mustStart(top: DeclaredType): boolean {
    for (let each: DeclaredType | null = top; each !== null; each = this.world.superDeclaration(each)) {
      if (topOf(each).hasStaticStart) {
        return true;
      }
    }
    return [...top.inner.values()].some((inner) => {
      const above = this.world.superDeclaration(inner);
      return above !== null && topOf(above) !== top && this.mustStart(topOf(above));
    });
  }

  private bind(prefix: string, path: string): string {
    let name = this.bound.get(path);
    if (name === undefined) {
      name = `${prefix}${String(this.bound.size)}`;
      this.bound.set(path, name);
    }
    return name;
  }

  /** The declarations that stand before the emitted text, on its first line. */
  prologue(): string {
    const constants = this.constants.map((_, index) => `k${String(index)}=k[${String(index)}]`);
    const helpers = [...this.helpers].map((each) => `${each}=h.${each}`);
    const fixed = [...constants, ...helpers];
    const bound = [...this.bound.values()];
    return (
      (fixed.length === 0 ? '' : `const ${fixed.join(',')};`) + (bound.length === 0 ? '' : `let ${bound.join(',')};`)
    );
  }

  /** The function that binds what other files hold. */
  linking(): string {
    const lines = [...this.bound].map(([path, name]) => `${name}=${path};`);
    return `link(){${lines.join('')}}`;
  }
}
