import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { installSignalbox, packageFolders } from '../../sandbox/salesforce/installation/install-signalbox.ts';
import type { Installation } from '../../sandbox/salesforce/installation/installation.ts';
import { assignPermissionSet, namePeople } from '../../sandbox/salesforce/installation/name-people.ts';
import { samplePeople } from '../../sandbox/salesforce/installation/sample-people.ts';
import { answerApexOf } from '../../sandbox/salesforce/start/answer-apex.ts';
import { commandsOf, optionsOf, stepsOf, valuesOf, wordsOf, type Step } from './guide/read-guide.ts';

jest.setTimeout(120_000);

const root = path.join(import.meta.dirname, '..', '..');
const guide = readFileSync(path.join(root, 'docs', 'guides', 'salesforce-admin.md'), 'utf8');
const steps = stepsOf(guide);
const stepCalled = (title: string): Step => steps.find((each) => each.title === title)!;

type Item = { name: string; state: string; found: string };
type View = { mode: string; items: Item[] };
type SavedLead = {
  Owner: { Name: string };
  SbxFitScore__c: number | null;
  SbxDecision__r: { Mode__c: string; GivenTo__c: string };
};

describe('the admin’s guide, done in the stand-in org', () => {
  let installation: Installation;
  let adminId: string;

  beforeAll(async () => {
    installation = await installSignalbox({ script: 'none', fieldAccess: 'asDeployed' });
    adminId = (await installation.admin.identity()).user_id;
  });
  afterAll(() => installation?.close());

  const ask = async <T>(method: string, params: Record<string, unknown> = {}): Promise<T> => {
    const [className = '', methodName = ''] = method.split('.');
    const answer = await answerApexOf(installation)({
      class: className,
      method: methodName,
      params,
      userId: adminId,
      isWire: false,
    });
    if ('error' in answer) throw new Error(answer.error.message);
    await installation.connected.settled();
    return answer.data as T;
  };
  const stateOf = async (name: string): Promise<string | undefined> =>
    (await ask<View>('SbxSetup.view')).items.find((each) => each.name === name)?.state;
  const count = async (from: string): Promise<number> =>
    (await installation.admin.query(`SELECT COUNT() FROM ${from}`)).totalSize;
  const sendLeadOf = async (step: Step): Promise<SavedLead & { Id: string }> => {
    const [command] = commandsOf(step, 'sf data create record');
    const { sobject, values } = optionsOf(command!);
    const { id } = await installation.admin.sobject(sobject![0]!).create(valuesOf(values![0]!));
    await installation.connected.settled();
    const { records } = await installation.admin.query<SavedLead & { Id: string }>(
      `SELECT Id, Owner.Name, SbxFitScore__c, SbxDecision__r.Mode__c, SbxDecision__r.GivenTo__c FROM Lead WHERE Id = '${id}'`,
    );
    return records[0]!;
  };

  const done: Record<string, (step: Step) => void | Promise<void>> = {
    'Deploy the package': (step) => {
      const [command] = commandsOf(step, 'sf project deploy start');
      expect(optionsOf(command!)['source-dir']).toEqual([...packageFolders]);
      const project = JSON.parse(readFileSync(path.join(root, 'sfdx-project.json'), 'utf8')) as {
        packageDirectories: { path: string }[];
      };
      expect(project.packageDirectories.map((each) => each.path)).toEqual([...packageFolders]);
    },
    'Give people their permission sets': async (step) => {
      for (const command of commandsOf(step, 'sf org assign permset')) {
        const { name } = optionsOf(command);
        await assignPermissionSet(installation, name![0]!, [adminId]);
      }
      expect(await stateOf('permissions')).toBe('done');
    },
    'Set up what is missing': async () => {
      const made = await ask<{ state: string }[]>('SbxSetup.makeMissing');
      expect(made.map((each) => each.state)).not.toContain('failed');
      expect((await ask<View>('SbxSetup.view')).mode).toBe('observe');
      for (const name of ['revision', 'roster', 'schedules'])
        expect([name, await stateOf(name)]).toEqual([name, 'done']);
      const again = await ask<{ name: string; state: string }[]>('SbxSetup.makeMissing');
      expect(again.filter((each) => each.state === 'failed')).toEqual([]);
      expect(await count('SbxRevision__c')).toBe(1);
    },
    'Put people into the queues': async (step) => {
      for (const name of wordsOf(step)) {
        const { records } = await installation.admin.query<{ Id: string }>(
          `SELECT Id FROM Group WHERE Type = 'Queue' AND Name = '${name}'`,
        );
        await installation.admin.sobject('GroupMember').create({ GroupId: records[0]!.Id, UserOrGroupId: adminId });
      }
      expect(await stateOf('queues')).toBe('done');
    },
    'Say when people work': async (step) => {
      const { records } = await installation.admin.query<{ Id: string; CalendarName__c: string }>(
        'SELECT Id, CalendarName__c FROM SbxCalendar__c ORDER BY CalendarName__c',
      );
      expect(records.map((each) => each.CalendarName__c)).toEqual(
        [...step.text.matchAll(/`(business[a-z-]*)`/g)].map((found) => found[1]).sort(),
      );
      for (const { Id } of records) {
        await installation.admin.sobject('SbxCalendar__c').update({ Id, BusinessHoursName__c: 'Default' });
      }
      await installation.connected.settled();
      expect(await stateOf('calendars')).toBe('done');
    },
    'Name your people': async (step) => {
      const named = [...step.text.matchAll(/`([a-z]+)`/g)].map((found) => found[1]!).filter((each) => each !== 'user');
      const people = samplePeople().filter(({ repKey }) => named.includes(repKey));
      expect(people.map(({ repKey }) => repKey).sort()).toEqual(named.toSorted());
      expect(await stateOf('pools')).toBe('warning');
      await namePeople(installation, people);
      expect(await stateOf('pools')).toBe('done');
    },
    'Let Salesforce’s own owners step back': async () => {
      for (const name of ['assignmentRules', 'flows', 'duplicateRules']) {
        expect([name, await stateOf(name)]).toEqual([name, 'done']);
      }
    },
    'Put the score card on the record page': () => {
      const card = readFileSync(
        path.join(root, 'salesforce/app/scorecard/lwc/sbxScoreCard/sbxScoreCard.js-meta.xml'),
        'utf8',
      );
      expect(card).toContain('<target>lightning__RecordPage</target>');
      expect(card).toMatch(/<object>Lead<\/object>\s*<object>Contact<\/object>/);
    },
    'Look on': async (step) => {
      const lead = await sendLeadOf(step);
      expect(lead.SbxDecision__r.Mode__c).toBe('observe');
      expect(lead.Owner.Name).toBe('Running User');
      expect(lead.SbxFitScore__c).toBeNull();
      expect(await ask('SbxLeadCard.get', { recordId: lead.Id })).toMatchObject({ state: 'observe' });
    },
    'Suggest, then go live': async () => {
      expect((await ask<string[]>('SbxSetup.tellMode', { mode: 'suggest' })).length).toBeGreaterThan(0);
      await ask('SbxSetup.changeMode', { mode: 'suggest' });
      const lead = await sendLeadOf(stepCalled('Look on'));
      expect(lead.Owner.Name).toBe('Running User');
      expect(lead.SbxFitScore__c).toBeGreaterThan(0);
      expect(await count('SbxClock__c')).toBe(0);
      expect((await ask<string[]>('SbxSetup.tellMode', { mode: 'live' })).length).toBeGreaterThan(0);
      await ask('SbxSetup.changeMode', { mode: 'live' });
      expect((await ask<View>('SbxSetup.view')).mode).toBe('live');
    },
    'The first routed lead': async (step) => {
      const lead = await sendLeadOf(step);
      const reps = samplePeople().map(({ displayName }) => displayName);
      expect(reps).toContain(lead.Owner.Name);
      expect(lead.SbxFitScore__c).toBeGreaterThan(0);
      expect(await count(`Task WHERE WhoId = '${lead.Id}'`)).toBe(1);
      expect(await count(`SbxClock__c WHERE Lead__c = '${lead.Id}' AND State__c = 'running'`)).toBe(1);
      expect(await ask('SbxLeadCard.get', { recordId: lead.Id })).toMatchObject({ state: 'scored' });
    },
    'What to check': async () => {
      const { items } = await ask<View>('SbxSetup.view');
      expect(items.filter((each) => each.state !== 'done')).toEqual([]);
      expect(await ask('SbxVerifySeals.verify')).toMatchObject({ isEnd: true });
      expect(await count("Lead WHERE SbxState__c = 'waiting'")).toBe(0);
      expect(await count('CronTrigger')).toBeGreaterThan(0);
      expect(installation.connected.background.failures).toEqual([]);
    },
    'Taking it out': async (step) => {
      await ask('SbxSetup.changeMode', { mode: 'observe' });
      const [command] = commandsOf(step, 'echo');
      const [, lines] = /^echo "([^"]+)" \| sf apex run$/.exec(command!)!;
      const { success } = await installation.admin.tooling.executeAnonymous(lines!);
      expect(success).toBe(true);
      expect(await count('CronTrigger')).toBe(0);
      expect(await count('SbxDecision__c')).toBeGreaterThan(1);
    },
  };

  test('the test does every step of the guide, and the guide names every step of the test', () => {
    expect(steps.map((each) => each.title)).toEqual(Object.keys(done));
    expect(steps.map((each) => each.number)).toEqual(steps.map((_, place) => place + 1));
  });

  test.each(Object.keys(done))('%s', (title) => done[title]!(stepCalled(title)));
});

describe.each(['salesforce-admin', 'salesforce-rep', 'ops'])('docs/guides/%s.md', (name) => {
  // The guide of ops serves both CRMs; what stands behind this heading is found in the other one.
  const [text] = readFileSync(path.join(root, 'docs', 'guides', `${name}.md`), 'utf8').split('\n## In HubSpot\n') as [
    string,
  ];
  const files = readdirSync(path.join(root, 'salesforce', 'app'), { recursive: true, encoding: 'utf8' });
  const metadata = files
    .filter((file) => file.endsWith('-meta.xml') && !file.endsWith('.cls-meta.xml'))
    .map((file) => readFileSync(path.join(root, 'salesforce', 'app', file), 'utf8'))
    .join('\n');

  test('calls what is in Salesforce by names that the package has', () => {
    const labels = new Set(
      [...metadata.matchAll(/<(?:label|pluralLabel|masterLabel|name)>([^<]+)</g)].map((found) => found[1]!),
    );
    const named = [...text.matchAll(/\*\*(Signalbox[^*]*|Setup|Publish|Review|Search|Lists)\*\*/g)].map(
      (found) => found[1]!,
    );
    expect(named.filter((each) => !labels.has(each))).toEqual([]);
  });

  test('quotes buttons and lists that are there', () => {
    const texts = files
      .filter((file) => file.endsWith('.html') || (file.endsWith('.js') && !file.includes('__tests__')))
      .map((file) => readFileSync(path.join(root, 'salesforce', 'app', file), 'utf8'))
      .concat(metadata)
      .join('\n');
    const quoted = [...text.matchAll(/[Cc]hoose "([^"]+)"/g)].map((found) => found[1]!);
    expect(quoted.filter((each) => !texts.includes(each))).toEqual([]);
  });

  test('leads to pages that are there', () => {
    const links = [...text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map((found) => found[1]!);
    expect(links.filter((each) => !existsSync(path.join(root, 'docs', 'guides', each)))).toEqual([]);
  });
});
