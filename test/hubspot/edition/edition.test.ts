import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { hashText } from '../../../core/src/author/run/hash-text.ts';
import { editRow, publish, rowsOf } from '../../../sandbox/hubspot/edition/edit-rules.ts';
import { installEdition } from '../../../sandbox/hubspot/edition/install-edition.ts';
import { startEdition, type Edition } from '../../../sandbox/hubspot/edition/start-edition.ts';
import type { PortalForm } from '../../../sandbox/hubspot/hub/forms/portal-form.ts';
import type { HubPortal } from '../../../sandbox/hubspot/hub/portals/hub-portal.ts';
import type { PortalRecord } from '../../../sandbox/hubspot/records/portal-record.ts';
import { revisionsOf, textOf } from '../../bench/hubspot/edits-revision.ts';
import { addSalesForm, missingOf, salesLead, until } from '../../bench/hubspot/sales-leads.ts';

/** The server as a program of its own beside a whole HubSpot: what an admin, a rep and a lead see of it. */
const folder = mkdtempSync(path.join(tmpdir(), 'signalbox-clock-'));
const shiftFile = path.join(folder, 'shift');
const waitMillis = 30_000;
const minuteMillis = 60_000;
let edition: Edition;
let portal: HubPortal;
let form: PortalForm;

beforeAll(async () => {
  writeFileSync(shiftFile, '0');
  const clock = pathToFileURL(path.join(process.cwd(), 'test/hubspot/edition/shifted-clock.ts')).href;
  edition = await startEdition({
    environment: { NODE_OPTIONS: `--import ${clock}`, CLOCK_SHIFT_FILE: shiftFile },
  });
  portal = edition.portal;
  await installEdition(edition);
  form = addSalesForm(edition.hubSpot, portal);
}, 90_000);

afterAll(async () => {
  await edition.close();
  rmSync(folder, { recursive: true, force: true });
}, 30_000);

function contactOf(contactId: string): PortalRecord {
  return portal.records.findRecord('0-1', contactId)!;
}

function relatedTo(contactId: string, type: string): PortalRecord[] {
  return portal.records
    .associationsOf('0-1', contactId, type)
    .map(({ toId }) => portal.records.findRecord(type, toId)!);
}

function byHand(user = portal.users[0]!): { sourceType: string; sourceId: string; userId: number } {
  return { sourceType: 'CRM_UI', sourceId: `userId:${user.userId}`, userId: user.userId };
}

async function submitWhole(place: number): Promise<string> {
  const contactId = edition.hubSpot.submitForm(portal.portalId, form.formGuid, salesLead(place));
  await until(`lead ${place} is whole`, () => missingOf(portal, contactId).length === 0, waitMillis);
  return contactId;
}

async function runAction(
  action: string,
  inputs: Readonly<Record<string, string>>,
  contactId: string,
): Promise<Readonly<Record<string, string>>> {
  const workflow = edition.hubSpot.addWorkflow(portal.portalId, {
    objectType: 'contact',
    enrolOn: { manual: true },
    steps: [{ action, inputs: Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, { value }])) }],
  });
  const run = await edition.hubSpot.runWorkflow(portal.portalId, workflow.workflowId, contactId);
  expect(run.steps[0]!.state).toBe('succeeded');
  return run.steps[0]!.outputs;
}

async function askUi(path: string): Promise<{ status: number; json: () => unknown }> {
  return edition.hubSpot.uiFetch(portal.portalId, portal.users[0]!.userId, `${edition.servers[0]!.url}${path}`);
}

describe('a lead that comes in by a form', () => {
  test('gets an owner, scores, a lead record, a task, a running clock and a note that tells the story', async () => {
    const contactId = await submitWhole(1);
    const contact = contactOf(contactId);
    const owner = portal.users.find(({ ownerId }) => ownerId === contact.value('hubspot_owner_id'))!;
    expect(contact.value('sbx_destination')).toBe('sales');
    expect(Number(contact.value('sbx_fit_score'))).toBeGreaterThan(0);
    expect(contact.value('sbx_sla_state')).toBe('running');
    const [note] = relatedTo(contactId, 'notes');
    const [task] = relatedTo(contactId, 'tasks');
    const [lead] = relatedTo(contactId, 'leads');
    expect(note!.value('hs_note_body')).toContain('Sales rep of the territory');
    expect(note!.value('hs_note_body')).toContain(`${owner.firstName} ${owner.lastName}`);
    expect(task!.value('hubspot_owner_id')).toBe(owner.ownerId);
    expect(lead!.value('sbx_decision_id')).toBe(contact.value('sbx_decision_id'));
    expect((await askUi(`/ui/card?contactId=${contactId}`)).status).toBe(200);
  }, 60_000);

  test('is not written again when the same arrival is told again and asked for again', async () => {
    edition.hubSpot.webhooks.set({ duplicateShare: 1, lateMillis: 800 });
    const contactId = await submitWhole(2);
    await edition.hubSpot.settled();
    const decisionId = contactOf(contactId).value('sbx_decision_id');
    const outputs = await runAction('signalbox_score_and_route', { when_decided_before: 'keep' }, contactId);
    edition.hubSpot.webhooks.set({ duplicateShare: 0 });
    expect(outputs['decision_id']).toBe(decisionId);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(contactOf(contactId).value('sbx_decision_id')).toBe(decisionId);
    expect(['notes', 'tasks', 'leads'].map((type) => relatedTo(contactId, type).length)).toEqual([1, 1, 1]);
  }, 60_000);
});

describe('a workflow', () => {
  test('scores and routes a contact and hands on what was decided', async () => {
    const contactId = await submitWhole(3);
    const outputs = await runAction('signalbox_score_and_route', { when_decided_before: 'arrival' }, contactId);
    const contact = contactOf(contactId);
    expect(outputs['owner_id']).toBe(contact.value('hubspot_owner_id'));
    expect(Number(outputs['fit_score'])).toBe(Number(contact.value('sbx_fit_score')));
    expect(outputs['error_code'] ?? '').toBe('');
  }, 60_000);

  test('takes the next turn of a pool and makes whoever has it the owner', async () => {
    const contactId = await submitWhole(4);
    const taken = await runAction('signalbox_take_next_from_pool', { pool: 'overflow', make_owner: 'true' }, contactId);
    expect(Number(taken['turn_number'])).toBeGreaterThan(0);
    expect(contactOf(contactId).value('hubspot_owner_id')).toBe(taken['owner_id']);
  }, 60_000);
});

describe('after the decision', () => {
  test('a first touch by a person stops the clock', async () => {
    const contactId = await submitWhole(5);
    portal.records.updateRecord('0-1', contactId, { hs_lead_status: 'IN_PROGRESS' }, byHand());
    await until('the clock is met', () => contactOf(contactId).value('sbx_sla_state') === 'met', waitMillis);
    expect(contactOf(contactId).value('sbx_sla_state')).toBe('met');
  }, 60_000);

  test('a merge keeps the decision under the id of the merged contact', async () => {
    const [kept, gone] = [await submitWhole(6), await submitWhole(7)];
    const decisionId = contactOf(kept).value('sbx_decision_id');
    const merged = portal.records.mergeRecords('0-1', kept, gone, byHand());
    const isKnown = async (): Promise<boolean> => {
      const answer = await askUi(`/ui/decisions?contactId=${merged.id}`);
      return (answer.json() as { decisions: { decisionId: string }[] }).decisions.length > 0;
    };
    const end = Date.now() + waitMillis;
    while (!(await isKnown()) && Date.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(await isKnown()).toBe(true);
    expect(contactOf(merged.id).value('sbx_decision_id')).toBe(decisionId);
  }, 60_000);

  test('a contact that is deleted and restored is decided anew, and one that is erased is forgotten', async () => {
    const restored = await submitWhole(8);
    const before = contactOf(restored).value('sbx_decision_id');
    portal.records.archiveRecord('0-1', restored, byHand());
    await edition.hubSpot.settled();
    portal.records.restoreRecord('0-1', restored, byHand());
    await until(
      'the restored contact is decided anew',
      () => contactOf(restored).value('sbx_decision_id') !== before,
      waitMillis,
    );
    const erased = await submitWhole(9);
    portal.records.eraseContact(erased, byHand());
    await edition.hubSpot.settled();
    expect((await askUi(`/ui/card?contactId=${erased}`)).status).toBe(404);
    const lines = edition.servers[0]!.lines.join('\n');
    expect(lines).not.toContain(salesLead(9)['email']);
    expect(lines).not.toContain('Parker');
  }, 60_000);
});

test('a portal without custom objects keeps its rules in files and is decided by them', async () => {
  const free = edition.addPortal('free');
  const { hubSpot, app, servers } = edition;
  const outcome = await hubSpot.install(free.portalId, app.appId, { startUrl: `${servers[0]!.url}/oauth/start` });
  expect(outcome.status).toBe(200);
  const status = async (): Promise<{ isPrepared: boolean; live: { hash: string } | null }> => {
    const answer = await hubSpot.uiFetch(free.portalId, free.users[0]!.userId, `${servers[0]!.url}/ui/status`);
    return answer.json() as { isPrepared: boolean; live: { hash: string } | null };
  };
  const end = Date.now() + waitMillis;
  while (!(await status()).isPrepared && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const { live } = await status();
  expect(
    free.files
      .list()
      .map(({ name }) => name)
      .join(' '),
  ).toContain(live!.hash.slice(0, 8));
  const contact = free.records.createRecord(
    '0-1',
    { email: 'jo.parker@freight-500.example', firstname: 'Jo' },
    byHand(),
  );
  await until('the contact is decided', () => contact.has('sbx_decision_id'), waitMillis);
  // The starter begins by watching: it records and changes no owner.
  expect(contact.value('sbx_mode')).toBe('observe');
  expect(contact.has('hubspot_owner_id')).toBe(false);
  expect(contact.value('sbx_revision')).toContain(live!.hash.slice(0, 8));
}, 90_000);

test('a promise that is missed reminds, alerts whoever answers for it, and goes to somebody else', async () => {
  const promise = rowsOf(portal, 'sla').find((row) => row.value('sbx_sla_key') === 'fiveMinutes')!;
  editRow(portal, promise, { sbx_target_minutes: '2' });
  for (const rung of rowsOf(portal, 'escalation').filter((row) => row.value('sbx_sla_key') === 'fiveMinutes')) {
    const after = { remind: '-1', alert: '0', reassign: '1' }[rung.value('sbx_action') ?? ''];
    editRow(portal, rung, { sbx_after_due_minutes: after ?? '0' });
  }
  const hash = await publish(edition.hubSpot, portal, edition.servers[0]!.url);
  const live = revisionsOf(portal)[0]!;
  expect(hash).toBe(hashText(textOf(live)));
  const contactId = await submitWhole(10);
  const before = contactOf(contactId);
  const [ownerId, decisionId] = [before.value('hubspot_owner_id'), before.value('sbx_decision_id')];
  aheadBy(2 * minuteMillis + 5_000);
  await until('the promise is missed', () => contactOf(contactId).value('sbx_sla_state') === 'missed', waitMillis);
  const answerable = portal.users.find(({ email }) => email.startsWith('mara@'))!;
  const isAlerted = (): boolean =>
    relatedTo(contactId, 'tasks').some((task) => task.value('hubspot_owner_id') === answerable.ownerId);
  await until('whoever answers for the promise has a task', isAlerted, waitMillis);
  expect(contactOf(contactId).value('hubspot_owner_id')).toBe(ownerId);
  aheadBy(3 * minuteMillis + 10_000);
  const isGivenOn = (): boolean => {
    const contact = contactOf(contactId);
    return contact.value('sbx_decision_id') !== decisionId && contact.value('hubspot_owner_id') !== ownerId;
  };
  await until('the lead is decided anew and somebody else owns it', isGivenOn, waitMillis);
  expect(contactOf(contactId).value('sbx_handed_back') ?? '').not.toBe('');
}, 120_000);

/** Less than the five minutes for which HubSpot's signatures hold. */
function aheadBy(millis: number): void {
  writeFileSync(shiftFile, String(millis));
}
