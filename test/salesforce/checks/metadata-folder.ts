import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeFolder } from './apex-folder.ts';

/** A small package without a fault, as metadata files by their place. */
export const soundPackage: Readonly<Record<string, string>> = {
  'objects/SbxOne__c/SbxOne__c.object-meta.xml': xml(
    'CustomObject',
    '<label>One</label><pluralLabel>Ones</pluralLabel><deploymentStatus>Deployed</deploymentStatus><sharingModel>Private</sharingModel>' +
      '<nameField><label>Name</label><type>Text</type></nameField>',
  ),
  'objects/SbxOne__c/fields/Size__c.field-meta.xml': xml(
    'CustomField',
    '<fullName>Size__c</fullName><label>Size</label><precision>3</precision><required>false</required><scale>0</scale><type>Number</type>',
  ),
  'objects/SbxOne__c/fields/Kind__c.field-meta.xml': xml(
    'CustomField',
    '<fullName>Kind__c</fullName><label>Kind</label><length>3</length><required>true</required><type>Text</type>',
  ),
  'objects/SbxOne__c/listViews/All.listView-meta.xml': xml(
    'ListView',
    '<fullName>All</fullName><columns>NAME</columns><columns>Size__c</columns><filterScope>Everything</filterScope><label>All</label>',
  ),
  'layouts/SbxOne__c-One.layout-meta.xml': xml(
    'Layout',
    '<layoutSections><layoutColumns><layoutItems><field>Size__c</field></layoutItems></layoutColumns>' +
      '<style>OneColumn</style></layoutSections>',
  ),
  'permissionsets/SbxAll.permissionset-meta.xml': xml(
    'PermissionSet',
    '<classAccesses><apexClass>SbxDo</apexClass><enabled>true</enabled></classAccesses>\n' +
      '<fieldPermissions><editable>true</editable><field>SbxOne__c.Size__c</field><readable>true</readable></fieldPermissions>\n' +
      '<label>All</label><tabSettings><tab>SbxOne__c</tab><visibility>Visible</visibility></tabSettings>',
  ),
  'tabs/SbxOne__c.tab-meta.xml': xml('CustomTab', '<customObject>true</customObject><motif>Custom53: Bell</motif>'),
  'reports/Sbx/Sizes.report-meta.xml': xml(
    'Report',
    '<columns><field>SbxOne__c$Size__c</field></columns><format>Tabular</format><name>Sizes</name><reportType>SbxOnes__c</reportType>' +
      '<showDetails>true</showDetails>',
  ),
  'reportTypes/SbxOnes.reportType-meta.xml': xml(
    'ReportType',
    '<baseObject>SbxOne__c</baseObject><category>other</category><deployed>true</deployed><label>Ones</label>' +
      '<sections><columns><checkedByDefault>true</checkedByDefault><field>Size__c</field><table>SbxOne__c</table></columns>' +
      '<masterLabel>All</masterLabel></sections>',
  ),
  'labels/CustomLabels.labels-meta.xml': xml(
    'CustomLabels',
    '<labels><fullName>SbxTitle</fullName><language>en_US</language><protected>true</protected><shortDescription>T</shortDescription><value>T</value></labels>',
  ),
  'classes/SbxDo.cls-meta.xml': xml('ApexClass', '<apiVersion>65.0</apiVersion><status>Active</status>'),
  'classes/SbxDo.cls': 'public with sharing class SbxDo {}',
  'lwc/one/one.js':
    "import title from '@salesforce/label/c.SbxTitle';\nimport run from '@salesforce/apex/SbxDo.run';\n" +
    "import SIZE from '@salesforce/schema/SbxOne__c.Size__c';\nimport NAME from '@salesforce/schema/Lead.Name';\n" +
    'export const all = [title, run, SIZE, NAME];\n',
  'lwc/one/one.js-meta.xml': xml(
    'LightningComponentBundle',
    '<apiVersion>65.0</apiVersion><isExposed>false</isExposed>',
  ),
  'queues/SbxReview.queue-meta.xml': xml(
    'Queue',
    '<doesSendEmailToMembers>false</doesSendEmailToMembers><name>R</name><queueSobject><sobjectType>SbxOne__c</sobjectType></queueSobject>',
  ),
};

/** The package in a new folder, with a text replaced in the file whose place ends so; the text has to be there. */
export function writePackage(ending = '', from = '', to = ''): string {
  const folder = makeFolder();
  let isReplaced = ending === '';
  for (const [place, text] of Object.entries(soundPackage)) {
    const isMeant = ending !== '' && place.endsWith(ending) && text.includes(from);
    isReplaced ||= isMeant;
    mkdirSync(path.dirname(path.join(folder, place)), { recursive: true });
    writeFileSync(path.join(folder, place), isMeant ? text.replace(from, to) : text);
  }
  if (!isReplaced) throw new Error(`There is no ${from} in ${ending}.`);
  return folder;
}

function xml(root: string, body: string): string {
  const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
  return `${head}<${root} xmlns="http://soap.sforce.com/2006/04/metadata">\n${body}\n</${root}>\n`;
}
