import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { checkFlows } from '../../../salesforce/checks/check-flows.ts';
import { whyInstall } from '../../../salesforce/checks/install-packages.ts';
import { cleanApex, removeFolders, writeApex } from './apex-folder.ts';
import { readFindings, runChecks } from './run-checks.ts';

afterAll(removeFolders);

const position = '<locationX>0</locationX><locationY>0</locationY>';
const flow = (loopBody: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<Flow xmlns="http://soap.sforce.com/2006/04/metadata">
  <apiVersion>65.0</apiVersion>
  <description>An example</description>
  <label>Example</label>
  <loops><name>Each</name><label>Each</label>${position}<collectionReference>all</collectionReference>
    <nextValueConnector><targetReference>Change</targetReference></nextValueConnector></loops>
  ${loopBody}
  <processType>AutoLaunchedFlow</processType>
  <start>${position}<connector><targetReference>Each</targetReference></connector></start>
  <status>Active</status>
</Flow>`;
const updates = `<recordUpdates><name>Change</name><label>Change</label>${position}
    <connector><targetReference>Each</targetReference></connector>
    <faultConnector><targetReference>Each</targetReference></faultConnector>
    <inputReference>one</inputReference></recordUpdates>`;
const assigns = `<assignments><name>Change</name><label>Change</label>${position}
    <connector><targetReference>Each</targetReference></connector></assignments>`;

const component = (body: string): string =>
  `import { LightningElement } from 'lwc';\n\nexport default class One extends LightningElement {\n  connectedCallback() {\n    ${body}\n  }\n}\n`;

function write(place: string, text: string): string {
  const folder = writeApex({ 'SbxClean.cls': cleanApex });
  mkdirSync(path.dirname(path.join(folder, place)), { recursive: true });
  writeFileSync(path.join(folder, place), text);
  return folder;
}

(whyInstall() === null ? describe : describe.skip)('the checks of flows and components', () => {
  it('find a change in the loop of a flow', async () => {
    const { findings, count } = await checkFlows([write('flows/One.flow-meta.xml', flow(updates))]);
    expect(count).toBe(1);
    expect(findings.map(({ code, message }) => `${code} ${message}`)).toContainEqual(
      expect.stringMatching(/^APC028 DMLStatementInLoop at Change\. Next: /),
    );
    const sound = await checkFlows([write('flows/One.flow-meta.xml', flow(assigns))]);
    expect(sound.findings.filter(({ message }) => message.includes('Loop'))).toEqual([]);
  });

  it('find a component that looks around itself', () => {
    const folder = write('lwc/one/one.js', component("document.querySelector('p').remove();"));
    const { status, output } = runChecks('--json', '--only', 'lwc', folder);
    expect(`${status} ${readFindings(output).join()}`).toBe('1 5 APC029');
    expect(output).toContain('@lwc/lwc/no-document-query');
  });

  it('have nothing against a sound component', () => {
    const folder = write('lwc/one/one.js', component("this.template.querySelector('p').remove();"));
    const { status, output } = runChecks('--only', 'flows,lwc', folder);
    expect(`${status} ${output}`).toMatch(/^0 flows 0 issues in no flows, \S+ s\nlwc 0 issues in 1 module, \S+ s\n$/);
  });

  it('run with the others and say what there is not', () => {
    const { status, output } = runChecks(
      '--only',
      'lints,metadata,flows,lwc',
      writeApex({ 'SbxClean.cls': cleanApex }),
    );
    expect(`${status} ${output}`).toMatch(
      /^0 lints .+\nmetadata 0 issues in 1 metadata file, .+\nflows 0 issues in no flows, .+\nlwc 0 issues in no modules, .+\n$/,
    );
  });
});
