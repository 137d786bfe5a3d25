import type { ApexType } from '../types/apex-type.ts';
import type { DeclaredType, FieldSymbol } from '../types/declared-type.ts';

export interface Local {
  readonly name: string;
  readonly code: string;
  readonly type: ApexType;
  readonly isNeverNull: boolean;
}

/** The body that is being emitted: what its names mean and what it may use. */
export class BodyScope {
  readonly declared: DeclaredType;
  readonly isStatic: boolean;
  /** What `return` gives back; null outside of methods. */
  readonly returns: ApexType | null;
  /** Inside an accessor its property's name means the stored value. */
  readonly accessorOf: FieldSymbol | null;
  /** Lower-case names of locals that are only ever given values that cannot be null. */
  readonly neverNull: ReadonlySet<string>;
  private readonly blocks = [new Map<string, Local>()];
  private temporaries = 0;

  constructor(options: {
    declared: DeclaredType;
    isStatic: boolean;
    returns: ApexType | null;
    accessorOf?: FieldSymbol | null;
    neverNull?: ReadonlySet<string>;
  }) {
    this.declared = options.declared;
    this.isStatic = options.isStatic;
    this.returns = options.returns;
    this.accessorOf = options.accessorOf ?? null;
    this.neverNull = options.neverNull ?? new Set();
  }

  open(): void {
    this.blocks.push(new Map());
  }

  close(): void {
    this.blocks.pop();
  }

  find(name: string): Local | null {
    const lower = name.toLowerCase();
    for (let index = this.blocks.length - 1; index >= 0; index--) {
      const local = this.blocks[index]?.get(lower);
      if (local !== undefined) {
        return local;
      }
    }
    return null;
  }

  /** Adds a local; whether its name was still free must be asked before. */
  add(name: string, type: ApexType, isParameter = false): Local {
    const lower = name.toLowerCase();
    const local = { name, code: `${lower}$`, type, isNeverNull: !isParameter && this.neverNull.has(lower) };
    this.blocks.at(-1)?.set(lower, local);
    return local;
  }

  /** A name for a value that is needed more than once. */
  temporary(): string {
    this.temporaries += 1;
    return `t${String(this.temporaries)}`;
  }

  /** The declaration of all temporaries, for the start of the function. */
  temporariesDeclared(): string {
    return this.temporaries === 0
      ? ''
      : `let ${Array.from({ length: this.temporaries }, (_, index) => `t${String(index + 1)}`).join(',')};`;
  }
}
