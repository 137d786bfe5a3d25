import path from 'node:path';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { Org } from '../../salesforce/plugin/src/org/org.ts';
import { verifyOrg } from '../../salesforce/plugin/src/verify/verify-org.ts';
import type { Installation } from '../../sandbox/salesforce/installation/installation.ts';
import { assignPermissionSet, usernameOf } from '../../sandbox/salesforce/installation/name-people.ts';
import { pushPolicy, setMode } from '../../sandbox/salesforce/installation/set-policy.ts';
import { newInstallation } from '../bench/salesforce/new-installation.ts';
import { onePoolPolicy } from '../bench/salesforce/one-pool-policy.ts';

jest.setTimeout(180_000);

type Row = Record<string, string | null>;

const folder = path.join(import.meta.dirname, 'customer-rules');
let installation: Installation;
/** Owners that are none of ours. */
let westId: string;
let adminId: string;
let benId: string;
let count = 0;

beforeAll(async () => {
  installation = await newInstallation({ beside: [folder] });
  await pushPolicy(installation, onePoolPolicy());
  westId = (await findAll("SELECT Id FROM Group WHERE DeveloperName = 'CustomerWest'"))[0]!.Id!;
  adminId = (await installation.admin.identity()).user_id;
  benId = (await findAll(`SELECT Id FROM User WHERE Username = '${usernameOf('ben')}'`))[0]!.Id!;
});
afterAll(() => installation.close());

async function findAll(query: string): Promise<Row[]> {
  return (await installation.admin.query<Row>(query)).records;
}

async function send(method: 'POST' | 'PATCH', id: string, body: object, autoAssign: string | null): Promise<string> {
  const { admin, url } = installation;
  const answer = await admin.request<{ id: string } | undefined>({
    method,
    url: `${url}/services/data/v65.0/sobjects/Lead/${id}`,
    body: JSON.stringify(body),
    headers: {
      'Content-Type': 'application/json',
      ...(autoAssign === null ? {} : { 'Sforce-Auto-Assign': autoAssign }),
    },
  });
  return answer?.id ?? id;
}

/** A new lead that fits, with what a test is about; its id. */
function insertLead(fields: object, autoAssign = 'FALSE'): Promise<string> {
  count += 1;
  const plain = { LastName: `Number ${count}`, Company: `Works ${count}`, Email: `nora@works${count}.example` };
  return send('POST', '', { ...plain, Title: 'Head of Operations', NumberOfEmployees: 150, ...fields }, autoAssign);
}

async function updateLead(id: string, fields: object, autoAssign = 'FALSE'): Promise<void> {
  await send('PATCH', id, fields, autoAssign);
}

async function readLead(id: string): Promise<Row> {
  await installation.connected.settled();
  const [lead] = await findAll(
    `SELECT OwnerId, SbxState__c, SbxOwnerSetBy__c, SbxDecision__r.GivenTo__c FROM Lead WHERE Id = '${id}'`,
  );
  const { GivenTo__c: givenTo } = lead!.SbxDecision__r as unknown as Row;
  const [rep] = await findAll(`SELECT HolderId__c FROM SbxRep__c WHERE RepName__c = '${givenTo ?? ''}'`);
  return {
    owner: lead!.OwnerId!,
    state: lead!.SbxState__c!,
    setBy: lead!.SbxOwnerSetBy__c!,
    decided: rep?.HolderId__c ?? null,
  };
}

/** A routed lead: it is decided, it has the owner whom the decision named, and nobody is said to have chosen that. */
async function expectRouted(id: string): Promise<void> {
  const lead = await readLead(id);
  expect(lead).toMatchObject({ state: 'decided', setBy: 'automation' });
  expect(lead.owner).toBe(lead.decided);
  expect([westId, adminId]).not.toContain(lead.owner);
}

async function overridesOf(id: string): Promise<number> {
  return (await findAll(`SELECT Id FROM SbxFeedback__c WHERE Lead__c = '${id}' AND Kind__c = 'overridden'`)).length;
}

async function incidents(): Promise<(string | null)[]> {
  return (await findAll('SELECT Code__c FROM SbxIncident__c ORDER BY CreatedDate, Id')).map((each) => each.Code__c!);
}

/** Counts the writes of leads that a piece of work and all that comes of it make. */
async function countWrites(work: () => Promise<unknown> | void): Promise<number> {
  let writes = 0;
  installation.org.interleave(({ kind, subject }) => {
    writes += kind === 'DML' && /\bLead\b/.test(subject) ? 1 : 0;
    return null;
  });
  try {
    await work();
    await installation.connected.settled();
  } finally {
    installation.org.interleave(null);
  }
  return writes;
}

type IntakeResult = {
  id: string;
  recordId: string | null;
  status: string;
  problems: { code: string; found: string }[];
};

async function takeIn(bodies: object[], known = ''): Promise<IntakeResult[]> {
  const { admin, url } = installation;
  const answer = await admin.request<{ results: IntakeResult[] }>({
    method: 'POST',
    url: `${url}/services/apexrest/signalbox/leads/${known}`,
    body: JSON.stringify(bodies),
    headers: { 'Content-Type': 'application/json' },
  });
  return answer.results;
}

function submission(id: string): object {
  const plain = { lastName: 'Hall', company: `${id} Works`, email: `h@${id}.example` };
  return { id, channel: 'webForm', ...plain, jobTitle: 'Head of Operations', employees: 150 };
}

const fromPartner = { LeadSource: 'Partner Referral' };

describe('in an org whose assignment rule gives leads to a queue', () => {
  test('a lead that the rule has given away after our mark is decided and gets our owner', async () => {
    const id = await insertLead(fromPartner, 'true');
    await expectRouted(id);
    expect(await overridesOf(id)).toBe(0);
  });

  test('so is one whose sender says nothing, which asks for the rule as well', async () => {
    const { admin } = installation;
    const { id } = await admin.sobject('Lead').create({ LastName: 'Silent', Company: 'Silent Works', ...fromPartner });
    await expectRouted(id!);
  });

  test('200 leads of one request are all routed', async () => {
    const { admin } = installation;
    const leads = Array.from({ length: 200 }, (_, place) => ({
      LastName: `Bulk ${place}`,
      Company: `Bulk Works ${place}`,
      Email: `nora@bulk${place}.example`,
      ...fromPartner,
    }));
    const saved = await admin.sobject('Lead').create(leads);
    expect(saved.every((each) => each.success)).toBe(true);
    await installation.connected.settled();
    const found = await findAll("SELECT OwnerId, SbxOwnerSetBy__c FROM Lead WHERE Company LIKE 'Bulk Works%'");
    expect(found.filter((each) => each.OwnerId === westId)).toEqual([]);
    expect(new Set(found.map((each) => each.SbxOwnerSetBy__c))).toEqual(new Set(['automation']));
  });

  test('what the rule does to a routed lead later is no person’s choice and no override', async () => {
    const id = await insertLead(fromPartner);
    await expectRouted(id);
    await updateLead(id, { Fax: '+1 555 0100' }, 'TRUE');
    expect(await readLead(id)).toMatchObject({ owner: westId, setBy: 'automation' });
    expect(await overridesOf(id)).toBe(0);
    await updateLead(id, { SbxMessage__c: 'We would like a demo this week.' });
    await expectRouted(id);
  });

  test('a later change by a person is kept as an override', async () => {
    const id = await insertLead(fromPartner, 'TRUE');
    await expectRouted(id);
    const { decided } = await readLead(id);
    const chosen = decided === benId ? adminId : benId;
    await updateLead(id, { OwnerId: chosen });
    await updateLead(id, { SbxMessage__c: 'There is more to say.' });
    expect(await readLead(id)).toMatchObject({ owner: chosen, state: 'decided', setBy: 'person' });
    expect(await overridesOf(id)).toBe(1);
  });

  test('also where the person chose somebody who is not in the roster', async () => {
    const id = await insertLead(fromPartner, 'TRUE');
    await expectRouted(id);
    await updateLead(id, { OwnerId: adminId });
    await updateLead(id, { SbxMessage__c: 'There is more to say.' });
    expect(await readLead(id)).toMatchObject({ owner: adminId, state: 'decided', setBy: 'person' });
    expect(await overridesOf(id)).toBe(1);
  });
});

describe('in an org whose flows set the owner of leads', () => {
  test('a queue that a flow sets before the first save is nobody, and the lead gets our owner', async () => {
    await expectRouted(await insertLead({ CustomerFirstOwner__c: westId }));
  });

  test('a user whom a flow sets before the first save is somebody’s choice, nobody knows whose, and is kept', async () => {
    const id = await insertLead({ CustomerFirstOwner__c: benId });
    expect(await readLead(id)).toMatchObject({ owner: benId, state: 'decided', setBy: 'unknown', decided: benId });
    expect(await overridesOf(id)).toBe(0);
  });

  test('but not where the lead came in through our own address: nobody chose there', async () => {
    const [result] = await takeIn([{ ...submission('own-door'), firstOwner: benId }]);
    expect(result).toMatchObject({ status: 'created', problems: [] });
    await expectRouted(result!.recordId!);
  });

  test('what a flow sets while an integration says more is not taken for a person', async () => {
    const id = await insertLead({});
    const { owner } = await readLead(id);
    const other = owner === benId ? adminId : benId;
    await updateLead(id, { CustomerFirstOwner__c: other, SbxMessage__c: 'Another message.' });
    expect(await readLead(id)).toMatchObject({ owner: other, setBy: 'unknown' });
    expect(await overridesOf(id)).toBe(0);
  });

  test('what a flow sets after the first save is not taken for a person: the lead is decided and gets our owner', async () => {
    const id = await insertLead({ CustomerNextOwner__c: benId });
    await expectRouted(id);
    expect(await overridesOf(id)).toBe(0);
  });

  test('a flow that sets the owner after each save wins without a fight: one write of ours and one of its own', async () => {
    let id = '';
    const writes = await countWrites(async () => {
      id = await insertLead({ CustomerLastOwner__c: westId });
    });
    expect(await readLead(id)).toMatchObject({ owner: westId, state: 'decided', setBy: 'automation' });
    expect(writes).toBe(4);
    expect(await overridesOf(id)).toBe(0);
    expect((await incidents()).at(-1)).toBe('SFA009');
    const again = await countWrites(() => updateLead(id, { SbxMessage__c: 'Are you there?' }));
    expect(again).toBe(4);
    expect(await readLead(id)).toMatchObject({ owner: westId, state: 'decided', setBy: 'automation' });
    const sweep = await countWrites(() => {
      installation.connected.background.advanceTo(installation.org.clock.now() + 16 * 60_000);
    });
    expect(sweep).toBe(0);
  });
});

describe('in an org that blocks a second lead of an address', () => {
  test('deciding is not refused by it, because nothing is changed that it compares', async () => {
    const id = await insertLead({ Email: 'same@twin.example' });
    // Two of an address, from before the rule was there.
    const other = await insertLead({ Email: null });
    setBehind(other, 'email', 'same@twin.example');
    await updateLead(other, { SbxMessage__c: 'We are two.' });
    await expectRouted(other);
    await expectRouted(id);
  });

  test('a person who comes in again through our own address is a refused row that says why, and the others are saved', async () => {
    await takeIn([submission('first')]);
    const results = await takeIn([{ ...submission('first'), id: 'first-again' }, submission('second')]);
    expect(results.map((each) => each.status)).toEqual(['refused', 'created']);
    expect(results[0]!.problems).toEqual([
      expect.objectContaining({ code: 'SFA227', found: expect.stringContaining('a lead of this address already') }),
    ]);
    await expectRouted(results[1]!.recordId!);
  });

  test('a rule that alerts refuses what is sent through the API, but nobody at our own address', async () => {
    const website = 'https://alert.example';
    await insertLead({ Website: website });
    await expect(insertLead({ Website: website })).rejects.toThrow('a lead of this website already');
    const [result] = await takeIn([{ ...submission('alerted'), website }]);
    expect(result!.status).toBe('created');
    await expectRouted(result!.recordId!);
  });

  test('a rule on contacts that refuses what our intake fills in ends as a refused row too', async () => {
    const { admin } = installation;
    const people = [
      { LastName: 'Rule', Email: 'r@known.example' },
      { LastName: 'Other', Email: 'o@known.example', Phone: '+1 555 0199' },
      { LastName: 'Third', Email: 't@known.example' },
    ];
    await admin.sobject('Contact').create(people);
    const results = await takeIn(
      [
        { id: 'r', email: 'r@known.example', phone: '+1 555 0199' },
        { id: 't', email: 't@known.example', phone: '+1 555 0111' },
      ],
      '?known=contact',
    );
    expect(results.map((each) => each.status)).toEqual(['refused', 'reentered']);
    expect(results[0]!.problems.map((each) => each.code)).toEqual(['SFA227']);
    const found = await findAll("SELECT SbxState__c FROM Contact WHERE Email = 'r@known.example'");
    expect(found[0]!.SbxState__c).toBeNull();
  });
});

/** Changes a field of a stored lead as if it had been so before. */
function setBehind(id: string, field: string, value: string): void {
  const { store } = installation.org;
  const record = store.findRecord(id)!;
  store.put({ ...record, fields: new Map([...record.fields, [field, value]]) });
}

describe('with all of that around', () => {
  test('every decision is made again from its record to the same bytes, and no job failed', async () => {
    const org = await Org.open(installation.admin);
    const result = await verifyOrg(org, { since: null, keptSeal: null, onProgress: () => undefined });
    expect(result.findings).toEqual([]);
    expect(result.decidedAgain).toBeGreaterThan(200);
    expect(installation.connected.background.failures).toEqual([]);
    expect(new Set(await incidents())).toEqual(new Set(['SFA009']));
  });
});

describe('in observe mode', () => {
  test('the owner of whoever gave the lead away is left as it is, and nothing is said of who chose it', async () => {
    await setMode(installation, 'observe');
    const byRule = await insertLead(fromPartner, 'TRUE');
    const byFlow = await insertLead({ CustomerNextOwner__c: benId });
    expect(await readLead(byRule)).toMatchObject({ owner: westId, state: 'decided', setBy: 'automation' });
    expect(await readLead(byFlow)).toMatchObject({ owner: benId, state: 'decided', setBy: 'automation' });
  });
});

describe('the setup page', () => {
  test('names the rules and flows, and claims no more of them than can be read', () => {
    const answer = installation.org.callAuraEnabled({
      program: installation.program,
      userId: adminId,
      method: 'SbxSetup.view',
      args: {},
    });
    const { items } = (answer as unknown as { data: { items: (Row & { name: string })[] } }).data;
    const item = (name: string) => items.find((each) => each.name === name)!;
    expect(item('assignmentRules')).toMatchObject({ state: 'warning', found: 'Active: Customer Standard.' });
    expect(item('flows').state).toBe('warning');
    expect(item('flows').found).toBe(
      'Run when a lead is saved: Customer: first owner, Customer: last owner, Customer: next owner.',
    );
    expect(item('flows').nextStep).toContain('can’t be read here');
    expect(item('duplicateRules')).toMatchObject({
      state: 'warning',
      found: 'Active for leads: Customer: same e-mail, Customer: same website.',
    });
  });

  test('says that it cannot read what its user may not see, and takes nothing for done', async () => {
    const { items } = (
      installation.org.callAuraEnabled({
        program: installation.program,
        userId: await userWithoutSetup(),
        method: 'SbxSetup.view',
        args: {},
      }) as unknown as { data: { items: Row[] } }
    ).data;
    const states = items.filter((each) => ['flows', 'duplicateRules'].includes(each.name!)).map((each) => each.state);
    expect(states).toEqual(['unknown', 'unknown']);
  });
});

async function userWithoutSetup(): Promise<string> {
  const [user] = await findAll("SELECT Id FROM User WHERE Username = 'integration.user@example.com'");
  await assignPermissionSet(installation, 'SbxAdmin', [user!.Id!]);
  return user!.Id!;
}
