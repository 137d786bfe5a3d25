import type { ApexClass, Method, RecordClass } from '../compiler/apex/tree.ts';
import type { CompiledClass } from '../compiler/compile.ts';
import type { Type } from '../compiler/types/type.ts';

/** The compiled engine's functions and records by name, for those who call it from Apex. */
export class EngineFunctions {
  readonly #classes: readonly ApexClass[];

  constructor(classes: readonly CompiledClass[]) {
    this.#classes = classes.map((each) => each.apexClass);
  }

  /** The public function of a name, which must be one. */
  find(name: string): { className: string; method: Method } {
    for (const { name: className, methods } of this.#classes) {
      const method = methods.find((each) => each.name === name && each.isPublic);
      if (method !== undefined) return { className, method };
    }
    throw new Error(`The engine has no public function "${name}".`);
  }

  fieldsOf(record: Type & { kind: 'record' }): RecordClass['fields'] {
    const owner = this.#classes.find((each) => each.name === record.className);
    return owner?.records.find((each) => each.name === record.name)?.fields ?? [];
  }
}
