import { ApexDecimal } from '../../apex/library/number/apex-decimal.ts';
import { ApexDatetime } from '../../apex/library/time/apex-datetime.ts';
import { ApexId } from '../../apex/library/text/apex-id.ts';
import type { MetadataElement } from '../schema/metadata-element.ts';
import { filesOf, type MetadataFiles } from '../schema/metadata-files.ts';
import type { RecordStore } from './record-store.ts';
import { splitNamespace } from './seed-metadata.ts';
import { seededIds } from './seed-org.ts';

type Values = Readonly<Record<string, unknown>>;
type Put = (objectName: string, values: Values, id?: string) => void;

/**
 * Puts into the store what may be read of a package's rules, of those that are not active too: assignment rules, duplicate rules
 * and flows. What they do stands in no record, as on the platform.
 */
export function seedRules(store: RecordStore, files: MetadataFiles, now: number): void {
  const at = new ApexDatetime(Math.floor(now / 1000) * 1000);
  const by = new ApexId(seededIds.user);
  const put: Put = (objectName, values, id = store.nextId(store.schema.demand(objectName))) => {
    const system = { CreatedDate: at, CreatedById: by, LastModifiedDate: at, LastModifiedById: by, SystemModstamp: at };
    const known = store.schema.demand(objectName).fields;
    const fields = Object.entries({ Id: new ApexId(id), IsDeleted: false, ...system, ...values })
      .map(([name, value]) => [name.toLowerCase(), value] as const)
      .filter(([name, value]) => value !== null && known.has(name));
    store.put({ objectName, id, fields: new Map(fields), isDeleted: false });
  };
  for (const { match, file } of filesOf(files, /(?:^|\/)([^/]+)\.assignmentRules-meta\.xml$/)) {
    for (const rule of file.all('assignmentRule')) {
      put('AssignmentRule', {
        Name: rule.demand('fullName'),
        SobjectType: match[1],
        Active: rule.readBoolean('active'),
      });
    }
  }
  for (const { match, file } of filesOf(files, /(?:^|\/)([^/.]+)\.([^/]+)\.duplicateRule-meta\.xml$/)) {
    const [developerName, prefix] = splitNamespace(match[2] ?? '');
    put('DuplicateRule', {
      DeveloperName: developerName,
      NamespacePrefix: prefix,
      MasterLabel: file.demand('masterLabel'),
      Language: 'en_US',
      SobjectType: match[1],
      IsActive: file.readBoolean('isActive'),
    });
  }
  for (const { match, file } of filesOf(files, /(?:^|\/)([^/]+)\.flow-meta\.xml$/)) {
    putFlow(match[1] ?? '', file, store, put);
  }
}

/** A deployment brings one version of a flow: it is the active one, or none is. */
function putFlow(name: string, file: MetadataElement, store: RecordStore, put: Put): void {
  const definitionId = store.nextId(store.schema.demand('FlowDefinitionView'));
  const versionId = store.nextId(store.schema.demand('FlowVersionView'));
  const start = file.first('start');
  const objectName = start?.read('object') ?? null;
  const status = file.read('status') ?? 'Draft';
  const [wholeVersion = ''] = (file.read('apiVersion') ?? '').split('.');
  const shared = {
    Label: file.read('label') ?? name,
    Description: file.read('description'),
    ProcessType: file.read('processType'),
    IsTemplate: file.readBoolean('isTemplate'),
    IsSwingFlow: false,
    VersionNumber: 1,
  };
  put(
    'FlowDefinitionView',
    {
      ...shared,
      DurableId: definitionId,
      ApiName: name,
      NamespacePrefix: splitNamespace(name)[1],
      ActiveVersionId: status === 'Active' ? versionId : null,
      LatestVersionId: versionId,
      LastModifiedBy: 'Running User',
      IsActive: status === 'Active',
      IsOutOfDate: false,
      IsOverridable: false,
      HasAsyncAfterCommitPath: false,
      AreMetricsLoggedToDataCloud: false,
      ManageableState: splitNamespace(name)[1] === null ? 'unmanaged' : 'installed',
      Builder: 'Flow Builder',
      TriggerType: start?.read('triggerType') ?? null,
      RecordTriggerType: start?.read('recordTriggerType') ?? null,
      TriggerOrder: file.readNumber('triggerOrder'),
      TriggerObjectOrEventId: objectName,
      TriggerObjectOrEventLabel: objectName === null ? null : (store.schema.find(objectName)?.label ?? objectName),
      ApiVersion: wholeVersion === '' ? null : Number(wholeVersion),
    },
    definitionId,
  );
  put(
    'FlowVersionView',
    {
      ...shared,
      DurableId: versionId,
      FlowDefinitionViewId: definitionId,
      Status: status,
      RunInMode: file.read('runInMode'),
      ApiVersion: wholeVersion === '' ? null : new ApexDecimal(BigInt(wholeVersion), 0),
    },
    versionId,
  );
}
