import { isBuiltin } from 'node:module';
import path from 'node:path';
import { componentRules, ruleOf, type ComponentRule, type ComponentType } from '../../component-types.ts';
import { importsOf, packageOf } from '../imports-of.ts';
import type { Finding } from '../finding.ts';
import { isRecord, parseJson } from '../parse-json.ts';
import type { ParsedProject } from '../parsed-project.ts';

const packageName = /^(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/;
/** A version or a range of the registry's, or the name of a tag. */
const registryVersion = /^[~^<>=v]*\d|^\*$|^[a-z][a-z0-9-]*$/;

/** Parts of the extensions package, and the only folder that may use them. */
const partFolders: ReadonlyMap<string, string> = new Map([
  ['@hubspot/ui-extensions/crm', 'app/cards'],
  ['@hubspot/ui-extensions/pages', 'app/pages'],
]);
/** Records are there on cards; HubSpot says nothing of actions on lists, which are about records as well. */
const alsoAllowed: ReadonlyMap<string, string> = new Map([['@hubspot/ui-extensions/crm', 'app/actions']]);
const neverAllowed = ['@hubspot/ui-extensions/testing', '@hubspot/ui-extensions/hs-internal'];

/** Whether each folder with code is a package that HubSpot can install, and imports only what it will find. */
export function checkPackages(project: ParsedProject): Finding[] {
  const types = Object.keys(componentRules) as ComponentType[];
  return types
    .map(ruleOf)
    .filter(({ entry, folder }) => entry !== null && project.metadata.some((each) => each.folder === folder))
    .flatMap((rule) => checkFolder(project, rule));
}

function checkFolder({ files, sourceFolder }: ParsedProject, rule: ComponentRule): Finding[] {
  const folder = `${sourceFolder}/${rule.folder}`;
  const file = `${folder}/package.json`;
  const text = files.get(file);
  if (text === undefined) {
    const cause = 'HubSpot installs what the code imports from it, and cannot build without it.';
    return [{ code: 'HSM018', file, what: 'it is not there.', cause, next: 'Build the project, or add it.' }];
  }
  const json = parseJson(text);
  if (!json.isJson || !isRecord(json.value)) {
    const cause = json.isJson ? 'It holds no object.' : `${json.cause}.`;
    return [{ code: 'HSM001', file, what: 'it is no JSON.', cause, next: 'Mend it.' }];
  }
  const dependencies = isRecord(json.value['dependencies']) ? json.value['dependencies'] : {};
  const scripts = [...files].filter(([each]) => each.startsWith(`${folder}/`) && /\.[jt]sx?$/.test(each));
  return [
    ...checkKind(file, rule, json.value['type']),
    ...Object.entries(dependencies).flatMap(([name, version]) => checkDependency(file, name, version)),
    ...scripts.flatMap(([script, code]) => checkImports(script, code, folder, rule, Object.keys(dependencies))),
  ];
}

function checkKind(file: string, { entry }: ComponentRule, type: unknown): Finding[] {
  if (entry !== 'function' || type !== 'module') return [];
  const cause = 'HubSpot loads functions with require, so that a module of the other kind does not start.';
  return [{ code: 'HSM019', file, what: 'its type is "module".', cause, next: 'Take "type" out.' }];
}

function checkDependency(file: string, name: string, version: unknown): Finding[] {
  if (!packageName.test(name)) {
    const cause = 'npm takes small letters, digits, hyphens, periods and underscores, perhaps below @scope/.';
    return [{ code: 'HSM020', file, what: `a dependency is called "${name}".`, cause, next: 'Correct the name.' }];
  }
  if (typeof version === 'string' && registryVersion.test(version)) return [];
  const what = `${name} is "${String(version)}".`;
  const cause = 'HubSpot installs from the registry of npm; a path or a workspace of this machine is not there.';
  return [{ code: 'HSM020', file, what, cause, next: 'Name a version, or bundle the package.' }];
}

function checkImports(
  file: string,
  script: string,
  folder: string,
  { folder: component, entry }: ComponentRule,
  dependencies: readonly string[],
): Finding[] {
  return importsOf(script).flatMap((name): Finding[] => {
    if (/^\.{0,2}\//.test(name)) {
      const target = path.posix.join(path.posix.dirname(file), name);
      if (!name.startsWith('/') && `${target}/`.startsWith(`${folder}/`)) return [];
      const cause = `HubSpot uploads and builds ${folder} by itself.`;
      const next = 'Bundle it, as the build does, or move it into the folder.';
      return [{ code: 'HSM022', file, what: `it imports ${name}.`, cause, next }];
    }
    if (entry === 'function' && isBuiltin(name)) return [];
    const part = name.split('/').slice(0, 3).join('/');
    const only = partFolders.get(part);
    if (
      neverAllowed.includes(part) ||
      (only !== undefined && only !== component && alsoAllowed.get(part) !== component)
    ) {
      const cause = `HubSpot does not offer it in ${component}.`;
      const next = 'Use components of @hubspot/ui-extensions itself.';
      return [{ code: 'HSM023', file, what: `it imports ${name}.`, cause, next }];
    }
    if (dependencies.includes(packageOf(name))) return [];
    const cause = `${packageOf(name)} is not among the dependencies of ${folder}/package.json, so that it is not there.`;
    return [{ code: 'HSM021', file, what: `it imports ${name}.`, cause, next: 'Add it there, or bundle it.' }];
  });
}
