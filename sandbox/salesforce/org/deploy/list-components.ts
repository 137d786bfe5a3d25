import { isResourceBody } from '../schema/metadata-files.ts';
import { readXml } from '../schema/read-xml.ts';
import { DeployProblems } from './deploy-problems.ts';

/** A part of a package. */
export interface Component {
  /** As file names say it: `object`, `layout`, `js` of a Lightning web component. */
  readonly kind: string;
  readonly name: string;
  readonly path: string;
  /** Whether the org acts on it; what is accepted alone is well-formed and has no effect here. */
  readonly isDeployed: boolean;
}

/** The root elements of the kinds that this org acts on. */
const deployed: Readonly<Record<string, string>> = {
  assignmentRules: 'AssignmentRules',
  cls: 'ApexClass',
  customPermission: 'CustomPermission',
  duplicateRule: 'DuplicateRule',
  field: 'CustomField',
  flow: 'Flow',
  globalValueSet: 'GlobalValueSet',
  labels: 'CustomLabels',
  matchingRule: 'MatchingRules',
  md: 'CustomMetadata',
  object: 'CustomObject',
  permissionset: 'PermissionSet',
  queue: 'Queue',
  recordType: 'RecordType',
  resource: 'StaticResource',
  trigger: 'ApexTrigger',
  validationRule: 'ValidationRule',
};

/** Those of kinds that are accepted and have no effect; a kind that stands in neither list may have any root. */
const accepted: Readonly<Record<string, string>> = {
  app: 'CustomApplication',
  flexipage: 'FlexiPage',
  js: 'LightningComponentBundle',
  layout: 'Layout',
  listView: 'ListView',
  report: 'Report',
  tab: 'CustomTab',
};

/**
 * What the metadata files of a package are: listComponents(files)[0]?.kind → 'object'. Throws DeployProblems with each file that
 * is not well-formed or whose root element is that of another kind.
 */
export function listComponents(files: ReadonlyMap<string, string>): Component[] {
  const problems: string[] = [];
  const components: Component[] = [];
  for (const [path, text] of files) {
    if (isResourceBody(path)) continue;
    const [, name = '', kind = ''] = /(?:^|\/)([^/]+?)\.([A-Za-z]+)-meta\.xml$/.exec(path) ?? [];
    const problem =
      kind === '' ? `${path} has no kind in its name, as in Lead.object-meta.xml.` : check(path, text, kind);
    if (problem === null) {
      components.push({ kind, name, path, isDeployed: Object.hasOwn(deployed, kind) });
    } else {
      problems.push(problem);
    }
  }
  if (problems.length > 0) {
    throw new DeployProblems(problems);
  }
  return components;
}

function check(path: string, text: string, kind: string): string | null {
  try {
    const { name } = readXml(text, path);
    const wanted = deployed[kind] ?? accepted[kind] ?? name;
    return name === wanted ? null : `${path}: the root element is <${name}>, and of a ${kind} it is <${wanted}>.`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
