import { constantsOf } from '../../run/values-of-enums.ts';
import { listOf, stringType, typeOf } from '../../types/apex-type.ts';
import { ApexList } from '../collection/apex-list.ts';
import type { BuiltinType } from '../define.ts';
import { systemEnums } from '../system/enum-types.ts';
import { PlatformObject, setTypeOf } from '../system/platform-object.ts';

/** A Database.Error: why a record is not saved. */
export class DatabaseError extends PlatformObject {
  readonly message: string;
  readonly fields: readonly string[];
  readonly status: string;

  static {
    setTypeOf(this, 'Database.Error');
  }

  constructor(message: string, fields: readonly string[], status = 'FIELD_CUSTOM_VALIDATION_EXCEPTION') {
    super();
    this.message = message;
    this.fields = fields;
    this.status = status;
  }

  tostring$(): string {
    return `Database.Error[getFields=(${this.fields.join(', ')});getMessage=${this.message};getStatusCode=${this.status};]`;
  }
}

function statusNamed(name: string): unknown {
  const names = systemEnums.find((each) => each.name === 'System.StatusCode')?.values ?? [];
  return constantsOf(typeOf('System.StatusCode'), names).find((each) => each.name === name) ?? null;
}

export const databaseErrorType: BuiltinType = {
  name: 'Database.Error',
  kind: 'class',
  valueClass: DatabaseError,
  methods: {
    'List<String> getFields()': (error: DatabaseError) => new ApexList(listOf(stringType), [...error.fields]),
    'String getMessage()': (error: DatabaseError) => error.message,
    'System.StatusCode getStatusCode()': (error: DatabaseError) => statusNamed(error.status),
  },
};
