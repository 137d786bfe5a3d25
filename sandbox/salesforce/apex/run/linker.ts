import { objectBuiltin } from './object-type.ts';
import type { EmittedFile } from '../emit/emit-file.ts';
import type { ApexType } from '../types/apex-type.ts';
import type { DeclaredType } from '../types/declared-type.ts';
import type { TypeWorld } from '../types/type-world.ts';
import { ApexObject } from './apex-object.ts';
import { emittedSupport } from './emitted-support.ts';
import { LinkedType, type EmittedFunction, type ObjectClass } from './linked-type.ts';

/** What evaluating the code of a file gives. */
interface EvaluatedFile {
  readonly types: Readonly<Record<string, EvaluatedType>>;
  link(): void;
}

interface EvaluatedType {
  readonly statics: Record<string, unknown>;
  readonly functions: Readonly<Record<string, EmittedFunction>>;
  reset(): void;
  start(): void;
  readonly make?: (base: ObjectClass) => ObjectClass;
  readonly prototype?: Readonly<Record<string, EmittedFunction>>;
}

/** The code of a file that runs: its counters, and what begins a transaction in it. */
export interface LinkedFile {
  readonly emitted: EmittedFile;
  /** How often each statement ran in this transaction, and in all earlier ones. */
  readonly counters: Float64Array;
  readonly earlier: Float64Array;
  reset(): void;
}

/** Turns emitted code into classes and functions, and binds the files to each other. */
export class Linker {
  private readonly world: TypeWorld;
  private readonly linked = new Map<DeclaredType, LinkedType>();

  constructor(world: TypeWorld) {
    this.world = world;
  }

  /** The one object for a declared type; its parts are there after linking. */
  readonly linkOf = (declared: DeclaredType): LinkedType => {
    let linked = this.linked.get(declared);
    if (linked === undefined) {
      linked = new LinkedType(declared);
      this.linked.set(declared, linked);
    }
    return linked;
  };

  find(type: ApexType): LinkedType | null {
    const declared = this.world.declarationOf(type);
    return declared === null ? null : this.linkOf(declared);
  }

  link(files: readonly EmittedFile[]): LinkedFile[] {
    const evaluated = files.map((emitted) => {
      const counters = new Float64Array(emitted.statementLines.length);
      // An indirect eval stays in this realm and keeps the lines as they are.
      const make = (0, eval)(emitted.code) as (
        constants: readonly unknown[],
        support: typeof emittedSupport,
        counters: Float64Array,
      ) => EvaluatedFile;
      return { emitted, counters, file: make(emitted.constants, emittedSupport, counters) };
    });
    const types = new Map<string, EvaluatedType>();
    for (const { file } of evaluated) {
      for (const [name, type] of Object.entries(file.types)) {
        types.set(name, type);
      }
    }
    for (const { emitted } of evaluated) {
      for (const declared of [emitted.top, ...emitted.top.inner.values()]) {
        this.defineClass(declared, types);
      }
    }
    return evaluated.map(({ emitted, counters, file }) => {
      file.link();
      const own = [emitted.top, ...emitted.top.inner.values()].map((each) => types.get(each.name));
      const linked = this.linkOf(emitted.top);
      linked.start = () => {
        linked.isStarted = true;
        this.startParents(emitted.top);
        for (const type of own) {
          type?.start();
        }
      };
      return {
        emitted,
        counters,
        earlier: new Float64Array(counters.length),
        reset: () => {
          linked.isStarted = false;
          for (const type of own) {
            type?.reset();
          }
        },
      };
    });
  }

  /** A class that others extend is initialised before them. */
  private startParents(top: DeclaredType): void {
    for (const declared of [top, ...top.inner.values()]) {
      const above = this.world.superDeclaration(declared);
      const linked = above === null ? null : this.linkOf(above.outer ?? above);
      if (linked !== null && !linked.isStarted) {
        linked.start();
      }
    }
  }

  private defineClass(declared: DeclaredType, types: ReadonlyMap<string, EvaluatedType>): LinkedType {
    const linked = this.linkOf(declared);
    const evaluated = types.get(declared.name);
    if (evaluated === undefined || (linked.functions === evaluated.functions && linked.statics === evaluated.statics)) {
      return linked;
    }
    linked.functions = evaluated.functions;
    linked.statics = evaluated.statics;
    if (evaluated.make === undefined) {
      return linked;
    }
    linked.objectClass = evaluated.make(this.baseOf(declared, types));
    const prototype = linked.objectClass.prototype as Record<string, unknown>;
    Object.defineProperty(prototype, '$type', { value: declared.type });
    for (const [key, method] of Object.entries(evaluated.prototype ?? {})) {
      Object.defineProperty(prototype, key, { value: method, writable: true, configurable: true });
    }
    return linked;
  }

  private baseOf(declared: DeclaredType, types: ReadonlyMap<string, EvaluatedType>): ObjectClass {
    const { superclass } = declared;
    if (superclass === null) {
      return ApexObject;
    }
    const above = this.world.declarationOf(superclass);
    const base =
      above === null
        ? (this.world.builtinOf(superclass)?.definition ?? objectBuiltin).valueClass
        : this.defineClass(above, types).objectClass;
    return (base ?? ApexObject) as ObjectClass;
  }
}
