import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Connection } from 'jsforce';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { ApexList } from '../../../../sandbox/salesforce/apex/library/collection/apex-list.ts';
import { installPackage, type InstalledPackage } from '../../../../sandbox/salesforce/org/deploy/install-package.ts';
import { runUninstallHandler } from '../../../../sandbox/salesforce/org/deploy/run-handlers.ts';
import { connectInMemoryOrg } from '../../../../sandbox/salesforce/org/http/connect-in-memory-org.ts';
import { startOrg, type StartedOrg } from '../../../../sandbox/salesforce/org/http/start-org.ts';

const folders = [path.join(import.meta.dirname, 'sample-package')];
const username = 'running.user@example.com';

function ask({ org, program }: InstalledPackage, method: string): readonly unknown[] {
  const answer = org.transact(() => program.begin().call('ParcelNames', method, []));
  return answer instanceof ApexList ? answer.items : [];
}

function namesOf({ org }: InstalledPackage, objectName: string): unknown[] {
  return [...org.store.recordsOf(objectName)].filter((each) => !each.isDeleted).map((each) => each.fields.get('name'));
}

function runTests({ org, program }: InstalledPackage): string[] {
  return program.testMethods().map(({ className, methodName }) => {
    const start = org.store.savepoint();
    program.begin({ isTest: true }).call(className, methodName, []);
    org.store.rollback(start);
    return methodName;
  });
}

describe('a package is installed from its folders', () => {
  const installed = installPackage({ folders });

  test('all its components are listed, and those without effect here are told apart', () => {
    const listed = installed.components.map(({ kind, name, isDeployed }) => `${kind} ${name} ${String(isDeployed)}`);
    expect(listed).toEqual(
      expect.arrayContaining([
        'object Parcel__c true',
        'permissionset ParcelUser true',
        'layout Parcel__c-Parcel Layout false',
        'js parcelCard false',
      ]),
    );
  });

  test('its names are as they are written', () => {
    expect(ask(installed, 'tell')).toEqual([
      'object Parcel__c Parcel__c',
      'field Weight__c Weight__c',
      'relationship Carrier__r',
      'global true',
      'map true',
      'type ParcelNames',
      'found true',
      'local true',
      'exception ParcelNames.Problem',
      'label Parcels & more',
      'metadata Usual 30',
    ]);
  });

  test('its Apex works with names that stand in texts', () => {
    expect(ask(installPackage({ folders }), 'work')).toEqual([
      'read 12 true Rail',
      'typed 12 Rail true',
      'children 1 1',
      'grouped true 12',
      'json false 3',
      'upserted 5',
      'refused Weight__c has to be positive. (Weight__c)',
      'flow Huge',
      'unknown Invalid field Colour__c for Parcel__c',
    ]);
  });

  test('its own tests pass, those of its install and uninstall scripts among them', () => {
    expect(runTests(installed)).toHaveLength(3);
  });

  test('its queue may own parcels', () => {
    const [queue] = [...installed.org.store.recordsOf('Group')].filter((each) => each.fields.get('type') === 'Queue');
    expect(queue?.fields.get('developername')).toBe('ParcelQueue');
    const kinds = [...installed.org.store.recordsOf('QueueSobject')].map((each) => each.fields.get('sobjecttype'));
    expect(kinds).toContain('Parcel__c');
  });
});

describe('a post-install script', () => {
  test('runs after the installation, and is told that nothing was there', () => {
    expect(namesOf(installPackage({ folders, postInstall: { className: 'ParcelInstall' } }), 'Carrier__c')).toEqual([
      'First',
    ]);
  });

  test('knows of an upgrade and a push', () => {
    const postInstall = { className: 'ParcelInstall', previousVersion: '1.4.2', isPush: true };
    expect(namesOf(installPackage({ folders, postInstall }), 'Carrier__c')).toEqual(['Upgraded', 'Pushed to 00D']);
  });

  test('ends the installation where it fails', () => {
    const postInstall = { className: 'ParcelInstall', previousVersion: '0.9' };
    expect(() => installPackage({ folders, postInstall })).toThrow(
      'The post install script failed: System.IllegalArgumentException: Version 0 is too old.',
    );
  });

  test('that is no handler is refused', () => {
    expect(() => installPackage({ folders, postInstall: { className: 'ParcelNames' } })).toThrow('InstallHandler');
  });
});

test('an uninstall script that fails is undone and told, and keeps nobody', () => {
  const installed = installPackage({ folders, namespace: 'sbx', postInstall: { className: 'ParcelInstall' } });
  installed.org.transact(() => installed.program.begin().call('ParcelService', 'send', ['U-1', 2]));
  expect(runUninstallHandler(installed, 'ParcelInstall')).toBe('System.IllegalArgumentException: There are parcels.');
  expect(namesOf(installed, 'sbx__Carrier__c')).toEqual(['First']);
});

describe('a package that is broken is refused with all that is wrong', () => {
  const made: string[] = [];
  afterAll(() => made.forEach((each) => rmSync(each, { recursive: true })));

  function folderOf(files: Readonly<Record<string, string>>): string {
    const folder = mkdtempSync(path.join(tmpdir(), 'package-'));
    made.push(folder);
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      writeFileSync(path.join(folder, name), text);
    }
    return folder;
  }
  const about = '<ApexClass><apiVersion>65.0</apiVersion></ApexClass>';

  test.each([
    ['an element that is not closed', { 'layouts/A.layout-meta.xml': '<Layout><a></Layout>' }, '</Layout> closes <a>'],
    ['the root of another kind', { 'tabs/A.tab-meta.xml': '<Layout/>' }, 'of a tab it is <CustomTab>'],
    ['a class without its other file', { 'classes/A.cls': 'public class A {}' }, 'there is no classes/A.cls-meta.xml'],
    [
      'a class that does not compile',
      { 'classes/A.cls': 'public class A { Missing m; }', 'classes/A.cls-meta.xml': about },
      'Invalid type: Missing',
    ],
    [
      'a class that does not parse',
      { 'classes/A.cls': 'public class A {', 'classes/A.cls-meta.xml': about },
      'classes/A.cls:1',
    ],
    [
      'a field of no object',
      {
        'objects/Gone__c/fields/A__c.field-meta.xml':
          '<CustomField><fullName>A__c</fullName><type>Checkbox</type></CustomField>',
      },
      'Gone__c',
    ],
  ])('%s', (_, files, message) => {
    expect(() => installPackage({ folders: [folderOf(files as Record<string, string>)] })).toThrow(message);
  });

  test('a namespace that is none', () => {
    expect(() => installPackage({ folders, namespace: 'two__bars' })).toThrow('"two__bars" is no namespace');
  });
});

describe('the same package with a namespace', () => {
  const installed = installPackage({ folders, namespace: 'sbx' });

  test('has it in its names, and finds them without it', () => {
    expect(ask(installed, 'tell')).toEqual([
      'object sbx__Parcel__c Parcel__c',
      'field sbx__Weight__c Weight__c',
      'relationship sbx__Carrier__r',
      'global true',
      'map true',
      'type sbx.ParcelNames',
      'found true',
      'local false',
      'exception sbx.ParcelNames.Problem',
      'label Parcels & more',
      'metadata sbx__Usual 30',
    ]);
  });

  test('its Apex works with names that stand in texts', () => {
    expect(ask(installPackage({ folders, namespace: 'sbx' }), 'work')).toEqual([
      'read 12 true Rail',
      'typed 12 Rail true',
      'children 1 1',
      'grouped true 12',
      'json true 3',
      'upserted 5',
      'refused Weight__c has to be positive. (sbx__Weight__c)',
      'flow Huge',
      'unknown Invalid field Colour__c for sbx__Parcel__c',
    ]);
  });

  test('its own tests pass', () => {
    expect(runTests(installed)).toHaveLength(3);
  });

  test('its permission set has the namespace beside its name', () => {
    const found = [...installed.org.store.recordsOf('PermissionSet')].find(
      (each) => each.fields.get('name') === 'ParcelUser',
    );
    expect(found?.fields.get('namespaceprefix')).toBe('sbx');
    const fields = [...installed.org.store.recordsOf('FieldPermissions')].map((each) => each.fields.get('field'));
    expect(fields).toContain('sbx__Parcel__c.sbx__Weight__c');
  });

  test('prose stays as it was written', () => {
    const rules = installed.org.schema.demand('sbx__Parcel__c').validationRules;
    expect(rules[0]?.errorMessage).toBe('Weight__c has to be positive.');
  });

  describe('seen from outside', () => {
    const outside = installPackage({ folders, namespace: 'sbx' });
    const connected = connectInMemoryOrg(outside);
    let started: StartedOrg;
    let connection: Connection;
    beforeAll(async () => {
      started = await startOrg({ org: connected });
      const accessToken = connected.beginSession(username) ?? '';
      connection = new Connection({ instanceUrl: started.url, accessToken, version: '68.0' });
    });
    afterAll(() => started.close());

    test('requests say the namespace, and are refused without it', async () => {
      const { id = '' } = await connection.sobject('sbx__Parcel__c').create({ Name: 'Sent', sbx__Code__c: 'R-1' });
      const found = await connection.query("SELECT Id, sbx__Weight__c FROM sbx__Parcel__c WHERE sbx__Code__c = 'R-1'");
      expect(found.records).toMatchObject([{ Id: id, sbx__Weight__c: 1 }]);
      await expect(connection.query('SELECT Id FROM Parcel__c')).rejects.toMatchObject({ errorCode: 'INVALID_TYPE' });
      await expect(connection.query('SELECT Weight__c FROM sbx__Parcel__c')).rejects.toMatchObject({
        errorCode: 'INVALID_FIELD',
      });
      await expect(connection.sobject('sbx__Parcel__c').create({ Name: 'x', Code__c: 'R-2' })).rejects.toMatchObject({
        errorCode: 'INVALID_FIELD',
      });
      const described = await connection.describe('sbx__Carrier__c');
      expect(described.childRelationships).toEqual(
        expect.arrayContaining([expect.objectContaining({ relationshipName: 'sbx__Parcels__r' })]),
      );
    });

    test('its resources and actions are found under the namespace', async () => {
      const headersOf = () => ({ 'content-type': 'application/json' });
      const body = JSON.stringify({ code: 'A-1', weight: 20 });
      const made = await connection.request({
        method: 'POST',
        url: '/services/apexrest/sbx/parcels/new',
        headers: headersOf(),
        body,
      });
      expect(made).toMatch(/^a/);
      await expect(connection.request({ method: 'GET', url: '/services/apexrest/parcels/1' })).rejects.toMatchObject({
        errorCode: 'NOT_FOUND',
      });
      const run = (name: string) =>
        connection.request({
          method: 'POST',
          url: `/services/data/v68.0/actions/custom/apex/${name}`,
          headers: headersOf(),
          body: JSON.stringify({ inputs: [{ weight: 11 }, { weight: 2 }] }),
        });
      expect(await run('sbx__ParcelAction')).toMatchObject([
        { actionName: 'sbx__ParcelAction', outputValues: { output: true } },
        { outputValues: { output: false } },
      ]);
      await expect(run('ParcelAction')).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
    });

    test('anonymous Apex calls what is global, by its whole name', async () => {
      const run = async (text: string) => (await connection.tooling.executeAnonymous(text)).compileProblem;
      expect(await run("Id made = sbx.ParcelService.send('X-1', 3);")).toBeNull();
      expect(await run('sbx__Parcel__c parcel = new sbx__Parcel__c(sbx__Weight__c = 1);')).toBeNull();
      expect(await run("ParcelService.send('X-2', 3);")).toMatch('ParcelService');
      expect(await run('sbx.ParcelNames.tell();')).toMatch(/sbx/);
      expect(await run('Parcel__c parcel;')).toBe('Invalid type: Parcel__c');
      expect(await run('Object weight = new sbx__Parcel__c().Weight__c;')).toMatch('Weight__c');
    });
  });
});
