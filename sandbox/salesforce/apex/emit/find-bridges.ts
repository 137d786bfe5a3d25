import { mangle } from '../library/define.ts';
import { displayName, type ApexType } from '../types/apex-type.ts';
import { argumentsOf } from '../types/builtin-class.ts';
import type { DeclaredType, MethodSymbol } from '../types/declared-type.ts';
import { chooseOverload, instanceMethods } from '../types/find-members.ts';
import type { TypeWorld } from '../types/type-world.ts';
import { describeMethod } from './declare-types.ts';
import { codes, type ProblemList } from './problem.ts';

/** A method that the platform calls by one name and the source declares under another. */
export interface Bridge {
  readonly asked: string;
  readonly given: string;
}

/** Checks that a class has what its interfaces and abstract superclasses ask for, and finds what must be bridged. */
export function findBridges(world: TypeWorld, problems: ProblemList, declared: DeclaredType): Bridge[] {
  const bridges: Bridge[] = [];
  const seen = new Set<ApexType>();
  const report = (method: string): void => {
    if (!declared.isAbstract) {
      problems.report(
        codes.declaration,
        declared.fileName,
        declared.declaration.place,
        `Class ${declared.name} must implement the method: ${method}`,
      );
    }
  };
  const visit = (type: ApexType): void => {
    if (seen.has(type)) {
      return;
    }
    seen.add(type);
    const above = world.declarationOf(type);
    if (above === null) {
      for (const bridge of bridgesTo(world, declared, type, report)) {
        bridges.push(bridge);
      }
    } else {
      for (const asked of [...above.methods.values()].flat().filter((each) => each.isAbstract)) {
        if (!isImplemented(world, declared, asked)) {
          report(describeMethod(asked));
        }
      }
    }
    world.interfacesOf(type).forEach(visit);
    const superclass = world.superclassOf(type);
    if (superclass !== null) {
      visit(superclass);
    }
  };
  visit(declared.type);
  return bridges;
}

function isImplemented(world: TypeWorld, declared: DeclaredType, asked: MethodSymbol): boolean {
  for (let each: DeclaredType | null = declared; each !== null; each = world.superDeclaration(each)) {
    const found = each.methods.get(asked.name.toLowerCase())?.some((one) => one.key === asked.key && !one.isAbstract);
    if (found === true) {
      return true;
    }
  }
  return false;
}

function bridgesTo(
  world: TypeWorld,
  declared: DeclaredType,
  type: ApexType,
  report: (method: string) => void,
): Bridge[] {
  const builtin = world.builtinOf(type);
  if (builtin === null || builtin.definition.kind !== 'interface') {
    return [];
  }
  const bridges: Bridge[] = [];
  for (const asked of builtin.allMethods(argumentsOf(builtin, type))) {
    const candidates = instanceMethods(world, declared.type, asked.name.toLowerCase()).filter(
      (each) => each.kind === 'source',
    );
    const chosen = chooseOverload(world, candidates, asked.parameters);
    const method =
      chosen.kind === 'found'
        ? chosen.choice
        : candidates.find((each) => each.parameters.length === asked.parameters.length);
    if (method === undefined) {
      const parameters = asked.parameters.map(displayName).join(', ');
      report(`${displayName(asked.returns)} ${displayName(type)}.${asked.name}(${parameters})`);
      continue;
    }
    const key = mangle(asked.name, asked.erased.map(displayName));
    if (method.method.key !== key) {
      bridges.push({ asked: key, given: method.method.key });
    }
  }
  return bridges;
}
