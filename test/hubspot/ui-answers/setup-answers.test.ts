import { beforeEach, describe, expect, test } from '@jest/globals';
import { CrmError } from '../../../hubspot/handlers/crm/crm-error.ts';
import { answerDraft } from '../../../hubspot/handlers/ui/answers/draft-answers.ts';
import { answerFields } from '../../../hubspot/handlers/ui/answers/answer-fields.ts';
import { answerSetup, answerUsers } from '../../../hubspot/handlers/ui/answers/answer-setup.ts';
import { answerWorkflows } from '../../../hubspot/handlers/ui/answers/answer-workflows.ts';
import { dryRun } from '../../../hubspot/handlers/ui/answers/dry-run.ts';
import { reportDecision } from '../../../hubspot/handlers/ui/answers/report.ts';
import { contentOf, startAnswerPortal, type AnswerPortal } from './answer-portal.ts';

let started: AnswerPortal;

beforeEach(async () => {
  started = await startAnswerPortal();
});

async function giveUser(place: number, ownerEmail: string): Promise<string> {
  const { store } = started.portal;
  const { rows, configuration } = await store.readDraft();
  const people = configuration.people.map((person, at) => (at === place ? { ...person, ownerEmail } : person));
  await store.writeDraft(rows, { ...configuration, people });
  return people[place]!.repKey;
}

function seedLead(place: number, more: Record<string, string> = {}): string {
  started.crm.now += 1_000;
  return started.crm.seed('contacts', {
    email: `lead${String(place)}@company${String(place)}.example`,
    firstname: 'Lea',
    lastname: `Number ${String(place)}`,
    ...more,
  });
}

describe('The setup', () => {
  test('tells of people, pools and promises who has a user, from the portal itself', async () => {
    const given = { isPrepared: true, triggers: [], missingScopes: ['files'], decidedLeads: 3 };
    const before = contentOf(await answerSetup(started.portal, given));
    expect(before).toMatchObject({ mode: 'observe', ruleForm: 'records', decidedLeads: 3, live: { number: 1 } });
    expect(before.missingScopes[0]!.without).toContain('no place for rules');
    expect(before.pools.every((pool) => pool.members > 0 && pool.membersWithUser === 0)).toBe(true);
    const repKey = await giveUser(0, 'ana@signalbox.example');
    await giveUser(1, 'nobody@signalbox.example');
    const after = contentOf(await answerSetup(started.portal, given));
    expect(after.people[0]).toMatchObject({ repKey, problem: null });
    expect(after.people[1]!.problem).toContain('no user of that address');
    expect(after.pools.some((pool) => pool.membersWithUser === 1)).toBe(true);
  });

  test('lists who can own records, and nobody else', async () => {
    started.crm.owners.push(
      { id: '13', userId: null, email: 'gone@signalbox.example', firstName: null, lastName: null, isArchived: false },
      { id: '14', userId: '14', email: null, firstName: 'No', lastName: 'Address', isArchived: false },
    );
    expect(contentOf(await answerUsers(started.portal)).users.map(({ ownerId }) => ownerId)).toEqual(['11', '12']);
  });

  test('counts how many of the newest contacts have a field', async () => {
    for (let place = 0; place < 4; place += 1) seedLead(place, place < 3 ? { jobtitle: 'VP' } : {});
    const { contacts, fields, properties } = contentOf(await answerFields(started.portal));
    const filled = new Map(fields.map((field) => [field.field, field.filled]));
    expect([contacts, filled.get('email'), filled.get('jobTitle'), filled.get('employees')]).toEqual([4, 4, 3, 0]);
    expect(properties.map(({ path }) => path)).toEqual(properties.map(({ path }) => path).toSorted());
  });

  test('finds the workflows that set an owner', async () => {
    const plain = { isOn: true, objectTypeId: '0-1' };
    started.crm.workflows.push(
      { ...plain, id: '1', name: 'Welcome', actions: [{ actionTypeId: '0-4', propertyName: null }] },
      { ...plain, id: '2', name: 'By hand', actions: [{ actionTypeId: '0-5', propertyName: 'hubspot_owner_id' }] },
      { ...plain, id: '3', name: 'Rotate', actions: [{ actionTypeId: '0-11', propertyName: null }] },
    );
    const { state, workflows } = contentOf(await answerWorkflows(started.portal));
    expect([state, workflows.map(({ id, what }) => [id, what])]).toEqual([
      'known',
      [
        ['2', 'sets the owner'],
        ['3', 'rotates records among users'],
      ],
    ]);
  });

  test('says so where it may not read workflows', async () => {
    started.crm.beforeCall = ({ method }) => {
      if (method === 'listWorkflows') throw new CrmError('forbidden', 'no scope');
    };
    expect(contentOf(await answerWorkflows(started.portal)).state).toBe('unknown');
  });
});

describe('A dry run', () => {
  test('decides the newest contacts by draft and by live rules, writes nothing and takes no turn', async () => {
    for (let place = 0; place < 5; place += 1) seedLead(place);
    const writesBefore = started.crm.calls.filter(({ method }) => /^(update|create|archive|write)/.test(method)).length;
    const run = contentOf(await dryRun(started.portal, { rows: null, most: 3 }));
    expect([run.contacts, run.moved, run.liveNumber]).toEqual([3, 0, 1]);
    expect(run.leads.map(({ name }) => name)).toEqual(['Lea Number 4', 'Lea Number 3', 'Lea Number 2']);
    expect(run.leads.every(({ before, after }) => JSON.stringify(before) === JSON.stringify(after))).toBe(true);
    expect(run.byDestination.reduce((sum, { after }) => sum + after, 0)).toBe(3);
    const writesAfter = started.crm.calls.filter(({ method }) => /^(update|create|archive|write)/.test(method)).length;
    expect(writesAfter).toBe(writesBefore);
  });

  test('tells first who goes elsewhere by what somebody has on their screen', async () => {
    for (let place = 0; place < 3; place += 1) seedLead(place);
    const { rows } = contentOf(await answerDraft(started.portal.store));
    const run = contentOf(await dryRun(started.portal, { rows: null, most: 3 }));
    const from = run.leads[0]!.after.destinationKey;
    const elsewhere = rows
      .filter(({ kind }) => kind === 'destination')
      .map(({ cells }) => cells.find(({ column }) => column === 'destinationKey')!.text!)
      .find((key) => key !== from)!;
    const edited = rows.map((row) =>
      ['guard', 'cell', 'inquiryRoute', 'rule'].includes(row.kind)
        ? {
            ...row,
            cells: row.cells.map((cell) =>
              cell.column === 'destinationKey' && cell.text === from ? { ...cell, text: elsewhere } : cell,
            ),
          }
        : row,
    );
    const changed = contentOf(await dryRun(started.portal, { rows: edited, most: 3 }));
    expect(changed.moved).toBe(3);
    expect(
      changed.leads.every(({ before, after }) => before!.destinationKey === from && after.destinationKey === elsewhere),
    ).toBe(true);
  });

  test('of rows with problems is refused with all of them', async () => {
    const answer = await dryRun(started.portal, { rows: [], most: 3 });
    expect(answer.state === 'refused' && answer.problems.length > 0).toBe(true);
  });

  test('counts nobody as kept by an owner who was there', async () => {
    seedLead(0, { hubspot_owner_id: '11' });
    const run = contentOf(await dryRun(started.portal, { rows: null, most: 1 }));
    expect(run.leads[0]!.after.why).not.toContain('owner');
  });
});

describe('A report of a rep', () => {
  test('stands on the timeline as text, whatever it says', async () => {
    const id = seedLead(0, { sbx_decision_id: 'd-1' });
    const ana = { portalId: 1, userId: '11', userEmail: 'ana@signalbox.example' };
    contentOf(
      await reportDecision(started.portal, ana, { contactId: id, about: 'owner', words: '<script>x()</script>' }),
    );
    const note = started.crm.valueOf('notes', started.crm.idsOf('notes')[0]!, 'hs_note_body')!;
    expect(note).toContain('The owner is wrong');
    expect(note).toContain('d-1');
    expect(note).toContain('&lt;script&gt;');
    expect(note).not.toContain('<script>');
  });

  test('of a contact that is not there is refused', async () => {
    const ana = { portalId: 1, userId: '11', userEmail: 'ana@signalbox.example' };
    expect((await reportDecision(started.portal, ana, { contactId: '999', about: 'score', words: '' })).state).toBe(
      'notFound',
    );
  });
});
