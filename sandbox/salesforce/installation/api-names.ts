/** How the API calls a package's own objects and fields: under the namespace, where the package was installed with one. */
export type ApiNames = {
  readonly of: (name: string) => string;
  /** A record with every own field under its API name. */
  readonly record: (record: Readonly<Record<string, unknown>>) => Record<string, unknown>;
  /** A query in which every own object, field and relationship stands under its API name. */
  readonly query: (text: string) => string;
};

const ownName = /\b[A-Z][A-Za-z]*__(?:c|r|e|mdt)\b/g;

/** apiNames('acme').of('SbxRule__c') → 'acme__SbxRule__c'; without a namespace names stay as they are. */
export function apiNames(namespace: string | null): ApiNames {
  const of = (name: string): string =>
    namespace !== null && /__(?:c|r|e|mdt)$/.test(name) ? `${namespace}__${name}` : name;
  return {
    of,
    record: (record) => Object.fromEntries(Object.entries(record).map(([name, value]) => [of(name), value])),
    query: (text) => text.replace(ownName, of),
  };
}
