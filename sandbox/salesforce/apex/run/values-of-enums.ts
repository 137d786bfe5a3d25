import type { ApexType } from '../types/apex-type.ts';
import { ApexEnum } from './apex-enum.ts';

const known = new Map<string, readonly ApexEnum[]>();

/**
 * The constants of an enum in the order of their ordinals: always the same objects, whether source names one or
 * JSON.deserialize makes one. Programs that declare an enum alike share them, which nothing can tell.
 * constantsOf(typeOf('Season'), ['SPRING', 'AUTUMN'])[1]?.ordinal → 1.
 */
export function constantsOf(type: ApexType, names: readonly string[]): readonly ApexEnum[] {
  const key = `${type.key}:${names.join(',')}`;
  let constants = known.get(key);
  if (constants === undefined) {
    constants = names.map((name, ordinal) => new ApexEnum(type, name, ordinal));
    known.set(key, constants);
  }
  return constants;
}
