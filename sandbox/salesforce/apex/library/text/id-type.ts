import { execution } from '../../run/execution.ts';
import { madeText } from '../../run/meter.ts';
import { type BuiltinType, unsupported } from '../define.ts';
import { raise } from '../raise.ts';
import { sObjectTypeToken } from '../record/schema-tokens.ts';
import { ApexId, idFromText, restoreIdCase } from './apex-id.ts';
import { refuseNull } from './refuse-null.ts';

function idInAnyCase(text: string, restoresCase: boolean): ApexId | null {
  if (!restoresCase) {
    return idFromText(text);
  }
  const restored = restoreIdCase(text);
  return restored === null
    ? raise('System.InvalidParameterValueException', `Invalid id value for restoring the case: ${text}`)
    : new ApexId(restored);
}

function sObjectTypeOf(id: ApexId): object {
  const prefix = id.value.slice(0, 3);
  const { org } = execution();
  const name = org.objectNames().find((each) => org.describeObject(each)?.keyPrefix === prefix);
  return name === undefined
    ? raise('System.SObjectException', `No object has the key prefix ${prefix}`)
    : sObjectTypeToken(name);
}

/** System.Id. */
export const idBuiltin: BuiltinType = {
  name: 'System.Id',
  kind: 'class',
  valueClass: ApexId,
  statics: refuseNull({
    'Id valueOf(String toID)': idFromText,
    'Id valueOf(String str, Boolean restoreCasing)': idInAnyCase,
  }),
  methods: {
    'String to15()': (id: ApexId) => madeText(id.value.slice(0, 15)),
    'String toString()': (id: ApexId) => id.value,
    'Boolean equals(Object other)': (id: ApexId, other: unknown) =>
      other instanceof ApexId ? other.value === id.value : typeof other === 'string' && other === id.value,
    'Schema.SObjectType getSObjectType()': sObjectTypeOf,
    'void addError(Exception exceptionError)': unsupported,
    'void addError(Exception exceptionError, Boolean escape)': unsupported,
    'void addError(String errorMsg)': unsupported,
    'void addError(String errorMsg, Boolean escape)': unsupported,
  },
};
