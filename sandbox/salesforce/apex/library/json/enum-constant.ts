import type { ApexEnum } from '../../run/apex-enum.ts';
import type { SourceTypeInfo } from '../../run/execution.ts';
import { constantsOf } from '../../run/values-of-enums.ts';
import { displayName } from '../../types/apex-type.ts';
import type { JsonReader } from './json-reader.ts';
import { raiseJson } from './raise-json.ts';

/** The constant of an enum by its name in any case. */
export function findEnumConstant(info: SourceTypeInfo, name: string, reader: JsonReader): ApexEnum {
  const wanted = name.toLowerCase();
  const constant = constantsOf(info.type, info.constants).find((each) => each.name.toLowerCase() === wanted);
  return (
    constant ??
    raiseJson(`The type ${displayName(info.type)} does not have an enum value ${name}${reader.placeOf(reader.at)}`)
  );
}
