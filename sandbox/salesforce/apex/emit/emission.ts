import type { Place } from '../syntax/nodes.ts';
import { displayName, type ApexType } from '../types/apex-type.ts';
import type { TypeName } from '../syntax/nodes.ts';
import { placeOf } from '../run/code-place.ts';
import { unknownType } from '../types/conversions.ts';
import type { TypeWorld } from '../types/type-world.ts';
import type { DeclaredType } from '../types/declared-type.ts';
import { resolveType } from './declare-types.ts';
import type { FileContext } from './file-context.ts';
import { broken, typed, type Typed } from './typed.ts';
import type { BodyScope } from './scope.ts';

/** Where something is emitted: the file, and the body with its names. */
export interface Emission {
  readonly file: FileContext;
  readonly world: TypeWorld;
  readonly scope: BodyScope;
}

/** Notes a problem and gives an expression that causes no others. */
export function report(at: Emission, code: string, place: Place, message: string): Typed {
  at.file.problems.report(code, at.file.top.fileName, place, message);
  return broken;
}

/** Code that fails loudly when it is reached: for what is documented and not built. */
export function emitUnsupported(at: Emission, construct: string, place: Place, type: ApexType = unknownType): Typed {
  at.file.problems.reportUnsupported(construct, at.file.top.fileName, place);
  const where = `${at.file.top.fileName}:${String(place.line)}`;
  return typed(`${at.file.helper('failUnsupported')}(${JSON.stringify(construct)},${JSON.stringify(where)})`, type);
}

/** The class that code stands in, for what has to know whether sharing holds there. */
export function placeConstant(at: Emission): string {
  return at.file.constant(placeOf(at.scope.declared, at.world));
}

export function resolveWritten(at: Emission, written: TypeName): ApexType {
  return resolveType(at.world, at.file.problems, at.file.top.fileName, written, at.scope.declared);
}

/** "Integer, String": argument types as messages show them. */
export function showTypes(types: readonly ApexType[]): string {
  return types.map((each) => displayName(each)).join(', ');
}

/** A value that must be there: throws System.NullPointerException otherwise. */
export function orThrow(at: Emission, value: Typed): string {
  return value.isNeverNull ? value.code : `(${value.code}??${at.file.helper('throwNull')}())`;
}

/** Whether code inside one type may use what another declares with this visibility. */
export function maySee(
  at: Emission,
  owner: DeclaredType,
  visibility: 'private' | 'protected' | 'public',
  isTestVisible: boolean,
): boolean {
  if (visibility === 'public') {
    return true;
  }
  const own = at.scope.declared;
  if ((own.outer ?? own) === (owner.outer ?? owner)) {
    return true;
  }
  if (isTestVisible && (own.isTest || (own.outer?.isTest ?? false))) {
    return true;
  }
  return (
    visibility === 'protected' &&
    [own, own.outer].some((each) => each !== null && at.world.isSubtype(each.type, owner.type))
  );
}
