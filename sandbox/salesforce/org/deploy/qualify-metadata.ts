import type { MetadataFiles } from '../schema/metadata-files.ts';

/** What people read, in which a word that looks like a name is none. */
const prose = 'label|pluralLabel|masterLabel|description|inlineHelpText|errorMessage|shortDescription|value';

/** A name of an object, a field or a relationship without a namespace. */
const apiName = String.raw`(?<!\w)[A-Za-z](?:_?[A-Za-z0-9])*__(?:c|r|mdt|e|Share|History)\b`;

/**
 * The metadata of a package as it is in an org where it was installed with a namespace: all names that the package itself
 * declares have it, in paths and in texts; names of other packages and of the org stay.
 * qualifyMetadata(files, 'acme').get('objects/acme__Rule__c/acme__Rule__c.object-meta.xml').
 */
export function qualifyMetadata(files: MetadataFiles, namespace: string): MetadataFiles {
  const own = ownNames(files);
  const qualify = (text: string): string =>
    text.replace(new RegExp(apiName, 'g'), (name) => (own.has(name.toLowerCase()) ? `${namespace}__${name}` : name));
  // The value of a custom metadata record is prose unless all of it is a name.
  const wholeName = new RegExp(`^[^<]*>\\s*${apiName}\\s*<`);
  const within = new RegExp(`<(${prose})(?:\\s[^>]*)?>[^<]*</\\1>|${apiName}`, 'g');
  const qualifyText = (text: string): string =>
    text.replace(within, (found, tag: string | undefined) =>
      tag === undefined || (tag === 'value' && wholeName.test(found)) ? qualify(found) : found,
    );
  return new Map(
    [...files].map(([path, text]) => {
      const isField = /\.field-meta\.xml$/.test(path) && isCustom(path);
      const qualified = qualifyText(text);
      return [
        qualifyPath(path, namespace, qualify, own),
        isField ? qualifyChildren(qualified, namespace) : qualified,
      ] as const;
    }),
  );
}

function isCustom(path: string): boolean {
  return /__c\.field-meta\.xml$/.test(path);
}

/** The list of children at a parent, which lookups name without a suffix. */
function qualifyChildren(text: string, namespace: string): string {
  return text.replace(
    /<relationshipName>\s*(\w+)\s*<\/relationshipName>/g,
    (_, name: string) => `<relationshipName>${namespace}__${name}</relationshipName>`,
  );
}

/** Lower-case names that the package declares: objects, fields, and relationships in both directions. */
function ownNames(files: MetadataFiles): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [path, text] of files) {
    const object = /(?:^|\/)objects\/([^/]+)\/\1\.object-meta\.xml$/.exec(path)?.[1]?.toLowerCase();
    if (object !== undefined && /^[a-z](?:_?[a-z0-9])*__(?:c|mdt|e)$/.test(object)) {
      const stem = object.replace(/__c$/, '');
      [object, `${stem}__share`, `${stem}__history`].forEach((each) => names.add(each));
    }
    const field = /(?:^|\/)fields\/([A-Za-z](?:_?[A-Za-z0-9])*)__c\.field-meta\.xml$/.exec(path)?.[1]?.toLowerCase();
    if (field !== undefined) {
      const children = /<relationshipName>\s*(\w+)\s*<\/relationshipName>/.exec(text)?.[1]?.toLowerCase();
      names.add(`${field}__c`).add(`${field}__r`);
      names.add(`${children ?? field}__r`);
    }
  }
  return names;
}

function qualifyPath(
  path: string,
  namespace: string,
  qualify: (text: string) => string,
  own: ReadonlySet<string>,
): string {
  const record = /^(.*?)([^/.]+)\.([^/.]+)\.md-meta\.xml$/.exec(path);
  if (record !== null) {
    const [, folder = '', type = '', name = ''] = record;
    const qualifiedType = own.has(`${type.toLowerCase()}__mdt`) ? `${namespace}__${type}` : type;
    return `${folder}${qualifiedType}.${namespace}__${name}.md-meta.xml`;
  }
  const set = /^(.*?)([^/]+)\.permissionset-meta\.xml$/.exec(path);
  return set === null ? qualify(path) : `${set[1] ?? ''}${namespace}__${set[2] ?? ''}.permissionset-meta.xml`;
}
