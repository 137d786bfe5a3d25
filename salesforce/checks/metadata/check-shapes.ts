import type { Finding } from '../finding.ts';
import type { MetadataFile } from './metadata-files.ts';
import type { ElementRule, MetadataTypes, Shape } from './metadata-types.ts';
import { nearest } from './nearest.ts';
import type { MetadataElement } from './read-metadata.ts';

/** What the files of a suffix have as their root. Another suffix is looked up by nothing, so it is a finding. */
const rootOfSuffix: Readonly<Record<string, string>> = {
  app: 'CustomApplication',
  approvalProcess: 'ApprovalProcess',
  assignmentRules: 'AssignmentRules',
  cls: 'ApexClass',
  compactLayout: 'CompactLayout',
  customPermission: 'CustomPermission',
  dashboard: 'Dashboard',
  dashboardFolder: 'DashboardFolder',
  duplicateRule: 'DuplicateRule',
  email: 'EmailTemplate',
  field: 'CustomField',
  fieldSet: 'FieldSet',
  flexipage: 'FlexiPage',
  flow: 'Flow',
  genAiFunction: 'GenAiFunction',
  genAiPlugin: 'GenAiPlugin',
  globalValueSet: 'GlobalValueSet',
  group: 'Group',
  index: 'Index',
  js: 'LightningComponentBundle',
  labels: 'CustomLabels',
  layout: 'Layout',
  listView: 'ListView',
  matchingRule: 'MatchingRules',
  md: 'CustomMetadata',
  messageChannel: 'LightningMessageChannel',
  namedCredential: 'NamedCredential',
  notiftype: 'CustomNotificationType',
  object: 'CustomObject',
  objectTranslation: 'CustomObjectTranslation',
  permissionset: 'PermissionSet',
  permissionsetgroup: 'PermissionSetGroup',
  queue: 'Queue',
  quickAction: 'QuickAction',
  recordType: 'RecordType',
  remoteSite: 'RemoteSiteSetting',
  report: 'Report',
  reportFolder: 'ReportFolder',
  reportType: 'ReportType',
  resource: 'StaticResource',
  settings: 'Settings',
  sharingRules: 'SharingRules',
  standardValueSet: 'StandardValueSet',
  tab: 'CustomTab',
  trigger: 'ApexTrigger',
  validationRule: 'ValidationRule',
  webLink: 'WebLink',
};

// The content of these is another file, or in the case of targetConfigs a language of its own.
const unchecked = ['content', 'targetConfigs'];

/**
 * Every element that the platform's interface does not have there, every value it would not take, every element that
 * may stand once and stands twice, and every one that is missing.
 *
 * Example: `<lable>` gives APC021 with "did you mean label?".
 */
export function checkShapes(file: MetadataFile, types: MetadataTypes): Finding[] {
  const findings: Finding[] = [];
  const report = (code: string, line: number, message: string): void => {
    findings.push({ file: file.file, line, column: 0, code, message });
  };
  const wanted = rootOfSuffix[file.suffix];
  if (wanted === undefined || (wanted !== 'Settings' && wanted !== file.root.name)) {
    const cause = `A ${file.suffix} file does not have <${file.root.name}>`;
    const next = wanted === undefined ? 'add its kind to metadata/check-shapes.ts' : `write <${wanted}> or rename it`;
    report('APC025', file.root.line, `${cause}. Next: ${next}.`);
    return findings;
  }
  checkElement(file.root, types.get(file.root.name), types, report);
  return findings;
}

type Report = (code: string, line: number, message: string) => void;

function checkElement(element: MetadataElement, shape: Shape | undefined, types: MetadataTypes, report: Report): void {
  if (shape === undefined) {
    report('APC025', element.line, `There is no metadata of the type ${element.name}. Next: correct the name.`);
  } else if (shape.kind === 'elements') {
    checkChildren(element, shape.elements, types, report);
  } else if (element.children.length > 0) {
    report('APC022', element.line, `<${element.name}> holds a value and no elements. Next: write the value.`);
  } else {
    checkValue(element, shape, report);
  }
}

function checkChildren(
  element: MetadataElement,
  rules: ReadonlyMap<string, ElementRule>,
  types: MetadataTypes,
  report: Report,
): void {
  const seen = new Set<string>();
  for (const child of element.children) {
    const rule = rules.get(child.name);
    if (rule === undefined) {
      const next = `did you mean <${nearest(child.name, [...rules.keys()])}>? Correct or remove it`;
      report('APC021', child.line, `<${element.name}> has no element <${child.name}>. Next: ${next}.`);
      continue;
    }
    if (seen.has(child.name) && !rule.isRepeated) {
      report('APC023', child.line, `<${child.name}> may stand once in <${element.name}>. Next: remove one.`);
    }
    seen.add(child.name);
    if (!unchecked.includes(child.name)) checkElement(child, types.get(rule.type), types, report);
  }
  for (const [name, rule] of rules) {
    if (!rule.isRequired || seen.has(name) || unchecked.includes(name)) continue;
    report('APC024', element.line, `<${element.name}> lacks <${name}>. Next: add it.`);
  }
  if (element.text.trim() !== '') {
    report('APC022', element.line, `<${element.name}> holds elements and no text. Next: remove the text.`);
  }
}

function checkValue(element: MetadataElement, shape: Shape, report: Report): void {
  const value = element.text.trim();
  const refuse = (next: string): void => {
    report('APC022', element.line, `<${element.name}> cannot be "${value}". Next: ${next}.`);
  };
  if (shape.kind === 'boolean' && !['true', 'false'].includes(value)) refuse('write true or false');
  if (shape.kind === 'number' && (value === '' || Number.isNaN(Number(value)))) refuse('write a number');
  if (shape.kind === 'words' && !shape.words.has(value)) {
    refuse(`did you mean ${nearest(value, [...shape.words])}? Use one of the ${shape.words.size} words there are`);
  }
}
