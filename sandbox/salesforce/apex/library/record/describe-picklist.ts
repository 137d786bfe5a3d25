import { Unsupported } from '../../run/apex-object.ts';
import { listOf, typeOf } from '../../types/apex-type.ts';
import { ApexList } from '../collection/apex-list.ts';
import type { FieldDescription } from '../../run/org.ts';
import type { BuiltinType } from '../define.ts';
import { PlatformObject, setTypeOf } from '../system/platform-object.ts';

type Value = NonNullable<FieldDescription['picklist']>['values'][number];

/** A Schema.PicklistEntry. */
class PicklistEntry extends PlatformObject {
  readonly entry: Value;

  static {
    setTypeOf(this, 'Schema.PicklistEntry');
  }

  constructor(entry: Value) {
    super();
    this.entry = entry;
  }
}

/** The values of a picklist in their order; none where the field is no picklist. */
export function describePicklist({ name, picklist }: FieldDescription): ApexList {
  if (picklist === undefined) {
    throw new Unsupported('Schema.DescribeFieldResult.getPicklistValues', `${name}: this org does not describe values`);
  }
  const entries = (picklist?.values ?? []).map((each) => new PicklistEntry(each));
  return new ApexList(listOf(typeOf('Schema.PicklistEntry')), entries);
}

/** The most characters that a field takes; 0 where it takes none. */
export function describeLength({ name, length }: FieldDescription): number {
  if (length === undefined) {
    throw new Unsupported('Schema.DescribeFieldResult.getLength', `${name}: this org does not describe lengths`);
  }
  return length ?? 0;
}

export const picklistEntryType: BuiltinType = {
  name: 'Schema.PicklistEntry',
  kind: 'class',
  valueClass: PicklistEntry,
  methods: {
    'String getLabel()': ({ entry }: PicklistEntry) => entry.label,
    'String getValue()': ({ entry }: PicklistEntry) => entry.value,
    'Boolean isActive()': ({ entry }: PicklistEntry) => entry.isActive,
    'Boolean isDefaultValue()': ({ entry }: PicklistEntry) => entry.isDefault,
  },
};
