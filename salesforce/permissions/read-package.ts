import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A field as far as permissions need it. */
export type PackageField = { readonly name: string; readonly isGrantable: boolean };

/** What of the package's metadata permission sets speak of. */
export type PackageParts = {
  /** Fields by object, both in the order of their names. */
  readonly fields: ReadonlyMap<string, readonly PackageField[]>;
  /** The objects that hold a policy's rows. */
  readonly rules: readonly string[];
  readonly tabs: readonly string[];
};

/** Reads the folder of the package's hand-written part: readPackage('salesforce/app').tabs[0] → 'SbxAttribute__c'. */
export function readPackage(folder: string): PackageParts {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => path.relative(folder, path.join(each.parentPath, each.name)).split(path.sep).join('/'))
    .sort();
  const fields = new Map<string, PackageField[]>();
  for (const file of files) {
    const [, object = '', field = ''] = /\/objects\/([^/]+)\/fields\/([^/]+)\.field-meta\.xml$/.exec(file) ?? [];
    if (field === '') continue;
    const known = fields.get(object) ?? [];
    fields.set(object, known);
    known.push({ name: field, isGrantable: isGrantable(readFileSync(path.join(folder, file), 'utf8')) });
  }
  const rules = files.flatMap(
    (file) => /^policy-rows\/objects\/([^/]+)\/[^/]+\.object-meta\.xml$/.exec(file)?.[1] ?? [],
  );
  const tabs = files.flatMap((file) => /\/tabs\/([^/]+)\.tab-meta\.xml$/.exec(file)?.[1] ?? []);
  return { fields, rules, tabs: [...tabs].sort() };
}

/** The platform refuses permissions for fields that everybody has to fill in. */
function isGrantable(text: string): boolean {
  return !text.includes('<required>true</required>') && !text.includes('<type>MasterDetail</type>');
}
