import { ApexDecimal } from '../../apex/library/number/apex-decimal.ts';
import { ApexId } from '../../apex/library/text/apex-id.ts';
import { Unsupported } from '../../apex/run/apex-object.ts';
import type { RecordStore } from '../records/record-store.ts';
import { splitNamespace } from '../records/seed-metadata.ts';
import { filesOf, type MetadataFiles } from '../schema/metadata-files.ts';
import { putPermissionSet, readTypeAccesses, type Put } from './read-permission-set.ts';

/** Kinds of metadata that grant something in ways that are not built here. */
const unsupportedKinds = ['mutingpermissionset', 'permissionsetgroup', 'profile', 'sharingRules'];

/** By the id of a permission set, the custom metadata types and settings that it opens. */
export type TypeAccesses = ReadonlyMap<string, readonly string[]>;

/** Puts classes, custom permissions and permission sets of a package into the store. */
export function seedPermissions(
  store: RecordStore,
  files: MetadataFiles,
  namespace: string | null = null,
): TypeAccesses {
  const put: Put = (objectName, fields) => {
    const id = store.nextId(store.schema.demand(objectName));
    const given = [...fields].filter(([, value]) => value !== null);
    const all = new Map<string, unknown>([['id', new ApexId(id)], ['isdeleted', false], ...given]);
    store.put({ objectName, id, fields: all, isDeleted: false });
    return id;
  };
  refuseUnsupported(files);
  for (const [name, version] of classVersions(files)) {
    put(
      'ApexClass',
      new Map<string, unknown>([
        ['name', name],
        ['namespaceprefix', namespace],
        ['apiversion', new ApexDecimal(BigInt(version), 0)],
        ['status', 'Active'],
        ['isvalid', true],
      ]),
    );
  }
  for (const { match, file } of filesOf(files, /(?:^|\/)([^/]+)\.customPermission-meta\.xml$/)) {
    put(
      'CustomPermission',
      new Map<string, unknown>([
        ['developername', match[1]],
        ['masterlabel', file.demand('label')],
        ['description', file.read('description')],
        ['language', 'en_US'],
      ]),
    );
  }
  const opened = new Map<string, readonly string[]>();
  for (const { match, file } of filesOf(files, /(?:^|\/)([^/]+)\.permissionset-meta\.xml$/)) {
    const [name, namespace] = splitNamespace(match[1] ?? '');
    opened.set(putPermissionSet(name, namespace, file, store, put), readTypeAccesses(file, store));
  }
  return opened;
}

/** The version of the API with which each class is deployed, by its name. */
export function classVersions(files: MetadataFiles): ReadonlyMap<string, number> {
  return new Map(
    filesOf(files, /(?:^|\/)([^/]+)\.cls-meta\.xml$/).flatMap(({ match, file }) => {
      const version = file.read('apiVersion');
      return version === null ? [] : [[match[1] ?? '', Math.floor(Number(version))] as const];
    }),
  );
}

function refuseUnsupported(files: MetadataFiles): void {
  for (const path of files.keys()) {
    const kind = unsupportedKinds.find((each) => path.endsWith(`.${each}-meta.xml`));
    if (kind !== undefined) {
      throw new Unsupported(`metadata of the kind ${kind}`, path);
    }
  }
}
