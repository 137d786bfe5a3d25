import { collectionTypes } from '../../../../../sandbox/salesforce/apex/library/collection/types.ts';
import type { Implementation } from '../../../../../sandbox/salesforce/apex/library/define.ts';
import { jsonTypes } from '../../../../../sandbox/salesforce/apex/library/json/types.ts';
import { ApexException, ApexObject } from '../../../../../sandbox/salesforce/apex/run/apex-object.ts';
import {
  runWithin,
  type Execution,
  type SourceTypeInfo,
} from '../../../../../sandbox/salesforce/apex/run/execution.ts';
import { orgWithoutData, type ObjectDescription } from '../../../../../sandbox/salesforce/apex/run/org.ts';
import { typeOf, type ApexType } from '../../../../../sandbox/salesforce/apex/types/apex-type.ts';

/** An exception of the platform, with its name for assertions. */
export class NamedException extends ApexException {
  readonly name: string;

  constructor(name: string, message: string) {
    super();
    this.name = name;
    this.$message = message;
  }
}

/** A class of source: `fields` are [name, type] with "transient" behind a name that is so. */
export interface SmallClass {
  readonly name: string;
  readonly extends?: string;
  readonly fields?: readonly (readonly [string, ApexType])[];
  readonly constants?: readonly string[];
  /** By mangled name. */
  readonly methods?: Readonly<Record<string, (this: Record<string, unknown>, ...args: never[]) => unknown>>;
}

function describeClass(declared: SmallClass): SourceTypeInfo {
  return {
    type: typeOf(declared.name),
    kind: declared.constants === undefined ? 'class' : 'enum',
    isAbstract: false,
    superclass: declared.extends === undefined ? null : typeOf(declared.extends),
    interfaces: [],
    fields: (declared.fields ?? []).map(([name, type]) => ({
      name: name.replace(' transient', ''),
      key: name.replace(' transient', '').toLowerCase(),
      type,
      isTransient: name.endsWith(' transient'),
      isPublic: true,
    })),
    methods: [],
    constants: declared.constants ?? [],
  };
}

/** A program of a few classes, as the linker would make it. */
export class SmallProgram {
  private readonly infos = new Map<string, SourceTypeInfo>();
  private readonly prototypes = new Map<string, object>();
  private readonly running: Execution;

  constructor(classes: readonly SmallClass[] = [], objects: readonly ObjectDescription[] = []) {
    for (const each of classes) {
      this.infos.set(each.name, describeClass(each));
      const prototype = Object.create(this.prototypes.get(each.extends ?? '') ?? ApexObject.prototype) as object;
      this.prototypes.set(each.name, Object.assign(prototype, { $type: typeOf(each.name) }, each.methods));
    }
    const execution: Partial<Execution> = {
      org: orgWithoutData(objects),
      timeZone: 'America/Los_Angeles',
      locale: 'en_US',
      exception: (name, message) => new NamedException(name, message),
      describe: (type) => this.infos.get(type.name) ?? null,
      allocate: (type) => this.create(type.name, {}),
    };
    this.running = execution as Execution;
  }

  /** An object of a class with these fields, the others null: create('Point', { x: 1 }). */
  create(className: string, values: Readonly<Record<string, unknown>>): object {
    const object = Object.create(this.prototypes.get(className) ?? null) as Record<string, unknown>;
    for (let info = this.infos.get(className); info !== undefined; info = this.infos.get(info.superclass?.name ?? '')) {
      for (const field of info.fields) {
        object[field.key] = null;
      }
    }
    return Object.assign(object, values);
  }

  run<T>(action: () => T): T {
    return runWithin(this.running, action);
  }

  /** "System.ListException: List index out of bounds: 5", or "nothing" where no exception was thrown. */
  thrownBy(action: () => unknown): string {
    try {
      this.run(action);
    } catch (error) {
      if (error instanceof NamedException) {
        return `${error.name}: ${String(error.$message)}`;
      }
      throw error;
    }
    return 'nothing';
  }
}

/** What the library does by the documented signature: callOf('System.List', 'Integer size()')(list). */
export function callOf(typeName: string, signature: string): Implementation {
  const type = [...collectionTypes, ...jsonTypes].find((each) => each.name === typeName);
  const found = type?.statics?.[signature] ?? type?.methods?.[signature];
  if (typeof found !== 'function') {
    throw new Error(`${typeName} has no ${signature}.`);
  }
  return found;
}

/** What `new List<T>(…)` does: constructorOf('System.List', '(Set<T> setToCopy)')(type, set). */
export function constructorOf(typeName: string, key: string): Implementation {
  const found = collectionTypes.find((each) => each.name === typeName)?.constructors?.[key];
  if (typeof found !== 'function') {
    throw new Error(`${typeName} has no constructor ${key}.`);
  }
  return found as Implementation;
}
