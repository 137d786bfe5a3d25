import { Problem } from '../problem.ts';
import type { Connection } from './connection.ts';

const witness = 'SbxRevision__c';

/** Names of the package's objects, fields and addresses in one org: with its namespace where it was installed with one. */
export type PackageNames = {
  /** SbxRule__c → acme__SbxRule__c in an org where the package has the namespace acme; Id → Id. */
  inOrg(name: string): string;
  /** acme__RuleName__c → RuleName__c. */
  local(name: string): string;
  /** /signalbox/policy/live → /services/apexrest/acme/signalbox/policy/live. */
  address(path: string): string;
};

/** The names of a package without a namespace (null) or with one. Example: `namesOf('acme').inOrg('SbxRule__c')`. */
export function namesOf(namespace: string | null): PackageNames {
  if (namespace === null) {
    return { inOrg: (name) => name, local: (name) => name, address: (path) => `/services/apexrest${path}` };
  }
  const prefix = `${namespace}__`;
  return {
    inOrg: (name) => (/__(c|r|mdt)$/.test(name) ? `${prefix}${name}` : name),
    local: (name) => (name.startsWith(prefix) ? name.slice(prefix.length) : name),
    address: (path) => `/services/apexrest/${namespace}${path}`,
  };
}

/** Asks an org how the package is called there. SFP001 where it is not installed, or not visible to the user. */
export async function findPackage(connection: Connection): Promise<PackageNames> {
  const { sobjects } = await connection.request<{ sobjects: { name: string }[] }>({
    method: 'GET',
    url: `/services/data/v${connection.version}/sobjects`,
  });
  const names = sobjects.map(({ name }) => name);
  if (names.includes(witness)) return namesOf(null);
  const qualified = names.find((name) => name.endsWith(`__${witness}`));
  if (qualified === undefined) throw new Problem('SFP001');
  return namesOf(qualified.slice(0, -`__${witness}`.length));
}
