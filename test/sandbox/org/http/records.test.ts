import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serveSmallOrg, type Served } from './served-org.ts';

let served: Served;
beforeAll(async () => {
  served = await serveSmallOrg();
});
afterAll(() => served.close());

describe('a record', () => {
  it('is created, read, changed and deleted', async () => {
    const leads = served.connection.sobject('Lead');
    const created = await leads.create({
      LastName: 'Hopper',
      NumberOfEmployees: 12,
      SeenAt__c: '2026-11-21T11:00:00+01:00',
    });
    expect(created).toMatchObject({ success: true, errors: [] });
    const id = created.id ?? '';
    await leads.update({ Id: id, Company: 'Navy' });
    expect(await leads.retrieve(id)).toMatchObject({
      attributes: { type: 'Lead', url: `/services/data/v68.0/sobjects/Lead/${id}` },
      Id: id,
      LastName: 'Hopper',
      Company: 'Navy',
      NumberOfEmployees: 12,
      SeenAt__c: '2026-11-21T10:00:00.000+0000',
      Status: null,
    });
    await leads.destroy(id);
    await expect(leads.retrieve(id)).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
    await expect(leads.destroy(id)).rejects.toMatchObject({ errorCode: 'ENTITY_IS_DELETED' });
  });

  it('shows the fields that were asked for', async () => {
    const { id } = await served.connection.sobject('Lead').create({ LastName: 'Few', Company: 'Fields' });
    const { body } = await served.ask(`/services/data/v50.0/sobjects/lead/${id ?? ''}?fields=Company`);
    expect(body).toEqual({
      attributes: { type: 'Lead', url: `/services/data/v50.0/sobjects/Lead/${id ?? ''}` },
      Company: 'Fields',
    });
  });

  it('is found by an external id, made where there is none, and both named where there are two', async () => {
    const leads = served.connection.sobject('Lead');
    const first = await leads.upsert({ Number__c: "O'1", LastName: 'First' }, 'Number__c');
    expect(first).toMatchObject({ success: true, created: true });
    expect(await leads.upsert({ Number__c: "O'1", LastName: 'Second' }, 'Number__c')).toMatchObject({
      id: first.id,
      created: false,
    });
    const address = "/services/data/v68.0/sobjects/Lead/Number__c/O'1";
    expect((await served.ask(address)).body).toMatchObject({ Id: first.id, LastName: 'Second' });
    await leads.create({ LastName: 'Twin', Number__c: "O'1" });
    const { status, body } = await served.ask(address, { method: 'PATCH', body: '{"LastName":"Fourth"}' });
    expect([status, (body as string[]).length]).toEqual([300, 2]);
  });

  it('names its parent by an external id of the parent', async () => {
    const { id } = await served.connection.sobject('Account').create({ Name: 'Parent', Number__c: 'P1' });
    await served.connection.sobject('Contact').create({ LastName: 'Child', Account: { Number__c: 'P1' } });
    const found = await served.connection.query("SELECT LastName, Account.Name FROM Contact WHERE LastName = 'Child'");
    expect(found.records).toMatchObject([{ Account: { attributes: { type: 'Account' }, Name: 'Parent' } }]);
    expect(served.org.requests.at(-1)?.rows[0]?.fields.Account).toEqual({
      attributes: { type: 'Account' },
      Number__c: 'P1',
    });
    expect(id).toMatch(/^001/);
  });

  it('is saved with what the headers say about assignment and duplicates', async () => {
    const headers = {
      'Sforce-Auto-Assign': 'FALSE',
      'Sforce-Duplicate-Rule-Header': 'allowSave=true; runAsCurrentUser=false',
    };
    await served.connection.sobject('Lead').create({ LastName: 'Optional' }, { headers });
    const duplicateRule = { allowSave: true, includeRecordDetails: false, runAsCurrentUser: false };
    expect(served.org.requests.at(-1)?.options).toEqual({ autoAssign: false, duplicateRule });
    await served.connection.sobject('Lead').create({ LastName: 'Usual' });
    expect(served.org.requests.at(-1)?.options).toEqual({ autoAssign: true, duplicateRule: null });
  });
});

describe('requests that come together', () => {
  it('are served one transaction after another', async () => {
    const upserts = Array.from({ length: 20 }, (_, index) =>
      served.connection.sobject('Lead').upsert({ Number__c: 'same', LastName: `Race ${String(index)}` }, 'Number__c'),
    );
    const results = await Promise.all(upserts);
    expect(results.filter((each) => each.success && each.created)).toHaveLength(1);
    expect(new Set(results.map((each) => each.id)).size).toBe(1);
  });
});

describe('a collection', () => {
  const many = Array.from({ length: 200 }, (_, index) => ({
    ...(index % 50 === 7 ? {} : { LastName: `Many ${String(index)}` }),
    Company: 'Many Inc',
  }));

  it('saves what can be saved and says for each record what became of it', async () => {
    const results = await served.connection.sobject('Lead').create(many);
    expect(results).toHaveLength(200);
    expect(results.filter((each) => each.success)).toHaveLength(196);
    expect(results[7]).toEqual({
      success: false,
      errors: [
        {
          statusCode: 'REQUIRED_FIELD_MISSING',
          message: 'Required fields are missing: [LastName]',
          fields: ['LastName'],
        },
      ],
    });
    expect(served.org.requests.at(-1)?.rows).toHaveLength(200);
  });

  it('keeps nothing where all or none are wanted', async () => {
    const before = await served.connection.query('SELECT COUNT() FROM Lead');
    const results = await served.connection.sobject('Lead').create(many.slice(0, 10), { allOrNone: true });
    const codes = results.map((each) =>
      each.success ? '' : (each.errors[0] as unknown as { statusCode: string }).statusCode,
    );
    expect(codes.filter((each) => each === 'ALL_OR_NONE_OPERATION_ROLLED_BACK')).toHaveLength(9);
    expect(codes[7]).toBe('REQUIRED_FIELD_MISSING');
    expect((await served.connection.query('SELECT COUNT() FROM Lead')).totalSize).toBe(before.totalSize);
  });

  it('updates, upserts, reads and deletes', async () => {
    const accounts = served.connection.sobject('Account');
    const made = await accounts.upsert(
      [
        { Number__c: 'C1', Name: 'One' },
        { Number__c: 'C2', Name: 'Two' },
      ],
      'Number__c',
    );
    expect(made).toMatchObject([{ created: true }, { created: true }]);
    const ids = made.map((each) => each.id ?? '');
    const none = '001000000000999AAA';
    const updated = await accounts.update([
      { Id: ids[0] ?? '', Name: 'Uno' },
      { Id: none, Name: 'Nobody' },
    ]);
    expect(updated.map((each) => each.success)).toEqual([true, false]);
    const found = await accounts.retrieve([ids[0] ?? '', none, ids[1] ?? '']);
    expect(found).toMatchObject([{ Name: 'Uno' }, null, { Name: 'Two' }]);
    expect(await accounts.destroy(ids)).toMatchObject([{ success: true }, { success: true }]);
  });

  it('has at most 200 records', async () => {
    const body = JSON.stringify({ records: Array.from({ length: 201 }, () => ({ attributes: { type: 'Lead' } })) });
    const { status } = await served.ask('/services/data/v68.0/composite/sobjects', { method: 'POST', body });
    expect(status).toBe(400);
  });
});
