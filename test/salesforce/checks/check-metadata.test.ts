import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it, test } from '@jest/globals';
import { whyInstall } from '../../../salesforce/checks/install-packages.ts';
import { checkMetadata } from '../../../salesforce/checks/metadata/check-metadata.ts';
import { removeFolders } from './apex-folder.ts';
import { writePackage } from './metadata-folder.ts';

afterAll(removeFolders);

const reason = whyInstall();
const isRequired = process.env['SIGNALBOX_REQUIRE_JAVA'] !== undefined;
if (reason !== null)
  console.warn(`The check of metadata was not tested. ${reason}: run "npm run check:apex -- --install".`);

test('the packages of the check of metadata are there where they are required', () => {
  expect(isRequired ? reason : null).toBeNull();
});

type Fault = [name: string, ending: string, from: string, to: string, found: RegExp];

const misspelt: Fault[] = [
  [
    'a tag that is not closed',
    'Size__c.field-meta.xml',
    '</label>',
    '',
    /^4 APC020 <\/CustomField> closes <label> of line 3/,
  ],
  ['a tag that is none', 'All.listView-meta.xml', '<columns>', '<columns', /^3 APC020 This is no tag/],
  ['an entity that is none', 'SbxReview.queue-meta.xml', '>R<', '>R & D<', /^3 APC020 & is no entity/],
  [
    'a misspelt element',
    'Size__c.field-meta.xml',
    'label>Size</label',
    'lable>Size</lable',
    /^3 APC021 .+did you mean <label>/,
  ],
  [
    'a misspelt element further in',
    'SbxAll.permissionset-meta.xml',
    '<readable>true</readable>',
    '<readible>true</readible>',
    /^4 APC021 .+<readable>/,
  ],
  [
    'a wrong word',
    'Size__c.field-meta.xml',
    '>Number<',
    '>Numbre<',
    /^3 APC022 <type> cannot be "Numbre".+did you mean Number/,
  ],
  ['a wrong boolean', 'Size__c.field-meta.xml', '<required>false', '<required>no', /^3 APC022 .+write true or false/],
  ['a wrong number', 'Size__c.field-meta.xml', '<scale>0', '<scale>none', /^3 APC022 .+write a number/],
  [
    'an element twice',
    'Size__c.field-meta.xml',
    '<label>Size</label>',
    '<label>A</label><label>B</label>',
    /^3 APC023 <label>/,
  ],
  [
    'an element that is missing',
    'All.listView-meta.xml',
    '<filterScope>Everything</filterScope>',
    '',
    /^2 APC024 .+<filterScope>/,
  ],
  ['another root', 'All.listView-meta.xml', '<ListView', '<ListViews', /^4 APC020/],
];

const unknown: Fault[] = [
  [
    'a class',
    'SbxAll.permissionset-meta.xml',
    'SbxDo',
    'SbxDoo',
    /^3 APC026 There is no class SbxDoo .+did you mean sbxdo/,
  ],
  [
    'a field in a permission set',
    'SbxAll.permissionset-meta.xml',
    '.Size__c',
    '.Sise__c',
    /^4 APC026 There is no field/,
  ],
  [
    'an object in a permission set',
    'SbxAll.permissionset-meta.xml',
    'SbxOne__c.',
    'SbxTwo__c.',
    /^4 APC026 There is no object SbxTwo__c/,
  ],
  ['a tab', 'SbxAll.permissionset-meta.xml', '<tab>SbxOne__c', '<tab>SbxTwo__c', /^5 APC026 There is no tab/],
  [
    'a field of a layout',
    'SbxOne__c-One.layout-meta.xml',
    'Size__c',
    'Sise__c',
    /^3 APC026 There is no field SbxOne__c.Sise__c/,
  ],
  [
    'a standard field that a custom object lacks',
    'SbxOne__c-One.layout-meta.xml',
    'Size__c',
    'Email',
    /^3 APC026 There is no field/,
  ],
  ['a field of a list view', 'All.listView-meta.xml', 'Size__c', 'Sise__c', /^3 APC026 There is no field/],
  ['a field of a report', 'Sizes.report-meta.xml', 'Size__c', 'Sise__c', /^3 APC026 There is no field/],
  ['a type of report', 'Sizes.report-meta.xml', 'SbxOnes__c', 'SbxTwos__c', /^3 APC026 There is no report type/],
  ['a field of a type of report', 'SbxOnes.reportType-meta.xml', 'Size__c', 'Sise__c', /^3 APC026 There is no field/],
  ['an object of a queue', 'SbxReview.queue-meta.xml', 'SbxOne__c', 'SbxTwo__c', /^3 APC026 There is no object/],
  ['a label of a component', 'one.js', 'c.SbxTitle', 'c.SbxTitel', /^1 APC026 There is no label SbxTitel/],
  ['a class of a component', 'one.js', 'apex/SbxDo', 'apex/SbxDoo', /^2 APC026 There is no class SbxDoo/],
  ['a field of a component', 'one.js', 'Size__c', 'Sise__c', /^3 APC026 There is no field/],
  [
    'a permission for a required field',
    'SbxAll.permissionset-meta.xml',
    '.Size__c',
    '.Kind__c',
    /^4 APC027 .+is required/,
  ],
];

(reason === null ? describe : describe.skip)('the check of metadata', () => {
  it('has nothing against a sound package', () => {
    expect(checkMetadata([writePackage()])).toMatchObject({ findings: [], count: 13 });
  });

  it.each([...misspelt, ...unknown])('finds %s', (_name, ending, from, to, found) => {
    const { findings } = checkMetadata([writePackage(ending, from, to)]);
    const [first, ...more] = findings.map(({ file, line, code, message }) => {
      expect(file.endsWith(ending)).toBe(true);
      expect(message).toContain(' Next: ');
      return `${line} ${code} ${message}`;
    });
    expect(first).toMatch(found);
    expect(more.filter((each) => !each.includes('APC024'))).toEqual([]);
  });

  it('finds a kind of file that it does not know', () => {
    const folder = writePackage();
    writeFileSync(path.join(folder, 'One.thing-meta.xml'), '<Thing>\n</Thing>');
    const [finding] = checkMetadata([folder]).findings;
    expect(`${finding?.line} ${finding?.code}`).toBe('1 APC025');
  });
});
