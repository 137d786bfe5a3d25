import { execution } from '../../run/execution.ts';
import { constantsOf } from '../../run/values-of-enums.ts';
import { typeOf } from '../../types/apex-type.ts';
import { unsupported, type BuiltinType } from '../define.ts';
import { asyncInfoType } from './async-info.ts';
import { businessHoursType } from './business-hours.ts';
import { dmlOptionTypes } from './dml-options.ts';
import { signatureTypes } from './duplicate-signature.ts';
import { systemEnums } from './enum-types.ts';
import { eventTypes } from './event-types.ts';
import { plainDataType } from './plain-data.ts';
import { PlatformObject, setTypeOf } from './platform-object.ts';
import { quiddityName } from './running-request.ts';
import { securityTypes } from './security-types.ts';

class ApexRequest extends PlatformObject {
  static {
    setTypeOf(this, 'System.Request');
  }
}

const request = new ApexRequest();

function quiddity(): unknown {
  const names = systemEnums.find((each) => each.name === 'System.Quiddity')?.values ?? [];
  const wanted = quiddityName();
  return constantsOf(typeOf('System.Quiddity'), names).find((each) => each.name === wanted) ?? null;
}

/** Smaller parts of the platform, most of them only named, so that what needs an org fails where it is reached. */
export const otherTypes: readonly BuiltinType[] = [
  {
    name: 'System.Request',
    kind: 'class',
    valueClass: ApexRequest,
    statics: { 'System.Request getCurrent()': () => request },
    methods: { 'String getRequestId()': () => 'TEST00000000000000001', 'System.Quiddity getQuiddity()': quiddity },
  },
  plainDataType('System.AsyncOptions', [
    'Integer MaximumQueueableStackDepth',
    'Integer MinimumQueueableDelayInMinutes',
    'System.QueueableDuplicateSignature DuplicateSignature',
  ]),
  ...signatureTypes,
  asyncInfoType,
  ...dmlOptionTypes,
  businessHoursType,
  {
    name: 'System.FeatureManagement',
    kind: 'class',
    statics: {
      'void changeProtection(String typeName, String apiName, String protection)': unsupported,
      'Boolean checkPackageBooleanValue(String apiName)': unsupported,
      'Date checkPackageDateValue(String apiName)': unsupported,
      'Integer checkPackageIntegerValue(String apiName)': unsupported,
      // One that there is not is one that nobody has.
      'Boolean checkPermission(String apiName)': (name: string | null) =>
        name !== null && (execution().org.rights?.hasCustomPermission(name) ?? false),
      'void setPackageBooleanValue(String apiName, Boolean value)': unsupported,
      'void setPackageDateValue(String apiName, Date value)': unsupported,
      'void setPackageIntegerValue(String apiName, Integer value)': unsupported,
    },
  },
  ...securityTypes,
  {
    name: 'System.Label',
    kind: 'class',
    statics: {
      'String get(String namespace, String label)': unsupported,
      'String get(String namespace, String label, String language)': unsupported,
      'Boolean translationExists(String namespace, String label, String language)': unsupported,
    },
  },
  {
    name: 'System.DomainCreator',
    kind: 'class',
    statics: Object.fromEntries(
      [
        'OrgMyDomain',
        'ContentDomain',
        'ExperienceCloudSitesDomain',
        'LightningDomain',
        'SetupDomain',
        'VisualforceDomain',
      ].map((name) => [`String get${name}Hostname()`, unsupported] as const),
    ),
  },
  ...eventTypes,
  {
    name: 'System.Approval',
    kind: 'class',
    statics: {
      'Boolean isLocked(Id id)': unsupported,
      'Boolean isLocked(SObject sobj)': unsupported,
      'Approval.LockResult lock(Id id)': unsupported,
      'Approval.LockResult lock(SObject sobj)': unsupported,
      'Approval.ProcessResult process(Approval.ProcessRequest approvalRequest)': unsupported,
      'Approval.UnlockResult unlock(Id id)': unsupported,
      'Approval.UnlockResult unlock(SObject sobj)': unsupported,
    },
  },
  ...['Org', 'Session'].map((name): BuiltinType => ({
    name: `Cache.${name}`,
    kind: 'class',
    statics: {
      'Boolean contains(String key)': unsupported,
      'Object get(String key)': unsupported,
      'Set<String> getKeys()': unsupported,
      [`Cache.${name}Partition getPartition(String partitionName)`]: unsupported,
      'Boolean isAvailable()': unsupported,
      'void put(String key, Object value)': unsupported,
      'void put(String key, Object value, Integer ttlSecs)': unsupported,
      'Boolean remove(String key)': unsupported,
    },
  })),
];
