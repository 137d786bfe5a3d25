import { execution } from '../../run/execution.ts';
import type { FieldDescription } from '../../run/org.ts';
import { constantsOf } from '../../run/values-of-enums.ts';
import { listOf, typeOf } from '../../types/apex-type.ts';
import { ApexList } from '../collection/apex-list.ts';
import { unsupported, type BuiltinType, type Members } from '../define.ts';
import { PlatformObject, setTypeOf } from '../system/platform-object.ts';
import { describeFieldToken, sObjectFieldToken, sObjectTypeToken, type ApexSObjectField } from './schema-tokens.ts';
import { describeLength, describePicklist } from './describe-picklist.ts';
import { displayTypeOf, displayTypes } from './display-type.ts';
import { localNameOf } from './local-name.ts';

/** A Schema.DescribeFieldResult. */
export class DescribeField extends PlatformObject {
  readonly objectName: string;
  readonly field: FieldDescription;

  static {
    setTypeOf(this, 'Schema.DescribeFieldResult');
  }

  constructor(objectName: string, field: FieldDescription) {
    super();
    this.objectName = objectName;
    this.field = field;
  }

  tostring$(): string {
    return `Schema.DescribeFieldResult[getName=${this.field.name};]`;
  }
}

/** What `Account.Name.getDescribe()` and `Schema.SObjectType.Account.fields.Name` give. */
export function describeField(token: ApexSObjectField): DescribeField {
  return new DescribeField(token.objectName, describeFieldToken(token));
}

const members: Members = {
  'String getName()': ({ field }: DescribeField) => field.name,
  'String getLocalName()': ({ field }: DescribeField) => localNameOf(field.name),
  // Labels of fields are not described: the words of the name stand in their place.
  'String getLabel()': ({ field }: DescribeField) => labelOf(field.name),
  'Schema.DisplayType getType()': ({ field }: DescribeField) => constantNamed(displayTypeOf(field)),
  'Schema.SObjectField getSObjectField()': ({ objectName, field }: DescribeField) =>
    sObjectFieldToken(objectName, field.name),
  'Schema.SObjectType getSObjectType()': ({ objectName }: DescribeField) => sObjectTypeToken(objectName),
  'List<Schema.SObjectType> getReferenceTo()': ({ field }: DescribeField) =>
    new ApexList(listOf(typeOf('Schema.SObjectType')), field.referenceTo.map(sObjectTypeToken)),
  'Integer getLength()': ({ field }: DescribeField) => describeLength(field),
  'List<Schema.PicklistEntry> getPicklistValues()': ({ field }: DescribeField) => describePicklist(field),
  'String getRelationshipName()': ({ field }: DescribeField) => field.relationshipName,
  'Boolean isAccessible()': (described: DescribeField) => isPermitted(described, 'read'),
  'Boolean isCreateable()': (described: DescribeField) => isPermitted(described, 'create'),
  'Boolean isUpdateable()': (described: DescribeField) => isPermitted(described, 'edit'),
  'Boolean isCustom()': ({ field }: DescribeField) => /__[a-z]+$/i.test(field.name),
  'Boolean isNamePointing()': ({ field }: DescribeField) => field.referenceTo.length > 1,
  'Boolean isNameField()': ({ field }: DescribeField) => field.name === 'Name',
  'Boolean isDeprecatedAndHidden()': () => false,
  'Integer getByteLength()': unsupported,
  'String getCalculatedFormula()': unsupported,
  'Schema.SObjectField getController()': unsupported,
  'Object getDefaultValue()': unsupported,
  'String getDefaultValueFormula()': unsupported,
  'Integer getDigits()': unsupported,
  'String getInlineHelpText()': unsupported,
  'Integer getPrecision()': unsupported,
  'String getReferenceTargetField()': unsupported,
  'Integer getRelationshipOrder()': unsupported,
  'Integer getScale()': unsupported,
  'Schema.SOAPType getSOAPType()': unsupported,
  'String getCompoundFieldName()': unsupported,
  'String getMask()': unsupported,
  'String getMaskType()': unsupported,
  'Schema.FilteredLookupInfo getFilteredLookupInfo()': unsupported,
  'Boolean isAiPredictionField()': unsupported,
  'Boolean isAutoNumber()': unsupported,
  'Boolean isCalculated()': unsupported,
  'Boolean isCascadeDelete()': unsupported,
  'Boolean isCaseSensitive()': unsupported,
  'Boolean isDefaultedOnCreate()': unsupported,
  'Boolean isDependentPicklist()': unsupported,
  'Boolean isEncrypted()': unsupported,
  'Boolean isExternalID()': unsupported,
  'Boolean isFilterable()': unsupported,
  'Boolean isFormulaTreatNullNumberAsZero()': unsupported,
  'Boolean isGroupable()': unsupported,
  'Boolean isHighScaleNumber()': unsupported,
  'Boolean isHtmlFormatted()': unsupported,
  'Boolean isIdLookup()': unsupported,
  'Boolean isNillable()': unsupported,
  'Boolean isPermissionable()': unsupported,
  'Boolean isQueryByDistance()': unsupported,
  'Boolean isRestrictedDelete()': unsupported,
  'Boolean isRestrictedPicklist()': unsupported,
  'Boolean isSearchPrefilterable()': unsupported,
  'Boolean isSortable()': unsupported,
  'Boolean isUnique()': unsupported,
  'Boolean isWriteRequiresMasterRead()': unsupported,
};

/** Where no org says otherwise, the running user may do everything but set what the platform sets. */
function isPermitted({ objectName, field }: DescribeField, right: 'read' | 'create' | 'edit'): boolean {
  const { rights } = execution().org;
  return rights === undefined
    ? right === 'read' || !systemFields.has(field.name)
    : rights.mayAccessField(objectName, field.name, right);
}

const systemFields = new Set([
  'Id',
  'IsDeleted',
  'CreatedById',
  'CreatedDate',
  'LastModifiedById',
  'LastModifiedDate',
  'SystemModstamp',
]);

function labelOf(name: string): string {
  const words = localNameOf(name).replace(/__c$/i, '').replaceAll('_', ' ');
  return words.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/(?<=.) Id$/, ' ID');
}

function constantNamed(name: string): unknown {
  const names = displayTypes.values ?? [];
  return constantsOf(typeOf('Schema.DisplayType'), names).find((each) => each.name === name) ?? null;
}

/** Describing fields: Schema.DescribeFieldResult and the enum of its types. */
export const describeFieldTypes: readonly BuiltinType[] = [
  { name: 'Schema.DescribeFieldResult', kind: 'class', valueClass: DescribeField, methods: members },
  displayTypes,
];
