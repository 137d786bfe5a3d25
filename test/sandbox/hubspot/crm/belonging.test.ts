import { describe, expect, test } from '@jest/globals';
import { app, openPortal, refusalOf, start } from './open-portal.ts';

const hubSpot = (typeId: number) => ({ category: 'HUBSPOT_DEFINED' as const, typeId });

describe('associations', () => {
  test('are seen from both sides, each with its own types', () => {
    const { records } = openPortal();
    const company = records.createRecord('companies', {}, app);
    const contact = records.createRecord('contacts', {}, app, [{ toTypeId: 'company', toId: company.id }]);
    const typeIds = (from: string, id: string, to: string) =>
      records.associationsOf(from, id, to).map(({ types }) => types.map(({ typeId }) => typeId));
    expect(typeIds('contacts', contact.id, 'companies')).toEqual([[279, 1]]);
    expect(typeIds('companies', company.id, 'contacts')).toEqual([[280, 2]]);
  });

  test('make the first company primary and move that with another', () => {
    const { records } = openPortal();
    const [acme, beta] = [1, 2].map(() => records.createRecord('companies', {}, app));
    const contact = records.createRecord('contacts', {}, app, [{ toTypeId: '0-2', toId: acme!.id }]);
    records.associate('contacts', contact.id, { toTypeId: '0-2', toId: beta!.id }, app);
    expect(contact.value('associatedcompanyid')).toBe(acme!.id);
    records.associate('contacts', contact.id, { toTypeId: '0-2', toId: beta!.id, kinds: [hubSpot(1)] }, app);
    expect(contact.value('associatedcompanyid')).toBe(beta!.id);
    records.dissociate('contacts', contact.id, 'companies', beta!.id, app);
    expect(contact.value('associatedcompanyid')).toBe('');
  });

  test('take away one label and leave the rest', () => {
    const { records, changes } = openPortal();
    const contact = records.createRecord('contacts', {}, app);
    const lead = records.createRecord('leads', { hs_lead_name: 'Ann' }, app, [
      { toTypeId: '0-1', toId: contact.id, kinds: [hubSpot(578)] },
    ]);
    changes.length = 0;
    records.dissociate('leads', lead.id, 'contacts', contact.id, app, [hubSpot(578)]);
    expect(records.associationsOf('leads', lead.id, 'contacts')[0]?.types.map(({ typeId }) => typeId)).toEqual([608]);
    expect(changes.filter(({ kind }) => kind === 'associationChange')).toEqual([]);
    records.dissociate('leads', lead.id, 'contacts', contact.id, app);
    expect(changes.filter(({ kind }) => kind === 'associationChange')).toMatchObject([
      { objectTypeId: '0-136', objectId: lead.id, toTypeId: '0-1', toId: contact.id, isRemoved: true },
      { objectTypeId: '0-1', objectId: contact.id, toTypeId: '0-136', toId: lead.id, isRemoved: true },
    ]);
  });

  test('do not lead to records that are archived or were never there', () => {
    const { records } = openPortal();
    const company = records.createRecord('companies', {}, app);
    const contact = records.createRecord('contacts', {}, app, [{ toTypeId: '0-2', toId: company.id }]);
    records.archiveRecord('companies', company.id, app);
    expect(records.associationsOf('contacts', contact.id, 'companies')).toEqual([]);
    const refusal = refusalOf(() => records.associate('contacts', contact.id, { toTypeId: '0-2', toId: '1' }, app));
    expect(refusal.errors[0]?.message).toBe('COMPANY=1 is not valid');
  });
});

describe('the company of a new contact', () => {
  test('is made from the domain of the address, once', () => {
    const { records } = openPortal({ isCompanyAssociated: true });
    const one = records.createRecord('contacts', { email: 'ann@acme.com' }, app);
    const two = records.createRecord('contacts', { email: 'ben@acme.com' }, app);
    const companies = records.listRecords('companies');
    expect(companies.map((company) => company.value('domain'))).toEqual(['acme.com']);
    expect(one.value('associatedcompanyid')).toBe(companies[0]?.id);
    expect(two.value('associatedcompanyid')).toBe(companies[0]?.id);
  });

  test('is not made from an address of everybody', () => {
    const { records } = openPortal({ isCompanyAssociated: true });
    records.createRecord('contacts', { email: 'ann@gmail.com' }, app);
    expect(records.listRecords('companies')).toEqual([]);
  });
});

describe('leads', () => {
  test('need a name and a contact', () => {
    const { records } = openPortal();
    expect(refusalOf(() => records.createRecord('leads', {}, app)).message).toContain('LEAD');
    expect(refusalOf(() => records.createRecord('leads', { hs_lead_name: 'Ann' }, app)).status).toBe(400);
  });

  test('know their contact, and whether they are open', () => {
    const { records } = openPortal();
    const contact = records.createRecord('contacts', {}, app);
    const lead = records.createRecord('leads', { hs_lead_name: 'Ann' }, app, [
      { toTypeId: '0-1', toId: contact.id, kinds: [hubSpot(578)] },
    ]);
    expect(lead.values()).toMatchObject({
      hs_pipeline: 'lead-pipeline-id',
      hs_pipeline_stage: 'new-stage-id',
      hs_lead_is_open: 'true',
      hs_primary_contact_id: contact.id,
    });
    records.updateRecord('leads', lead.id, { hs_pipeline_stage: 'unqualified-stage-id' }, app);
    expect(lead.value('hs_lead_is_open')).toBe('false');
    expect(lead.value('hs_lead_is_disqualified')).toBe('true');
  });

  test('are not in smaller portals', () => {
    const { records } = openPortal({ tier: 'starter' });
    expect(refusalOf(() => records.createRecord('leads', { hs_lead_name: 'Ann' }, app)).status).toBe(403);
  });
});

describe('activities', () => {
  test('count as work when they are notes and tasks, as contact when they are calls, mails and meetings', () => {
    const { records } = openPortal();
    const touched = (type: string, properties: { [name: string]: string }): [boolean, boolean] => {
      const contact = records.createRecord('contacts', {}, app);
      records.createRecord(type, { hs_timestamp: String(start - 60_000), ...properties }, app, [
        { toTypeId: '0-1', toId: contact.id },
      ]);
      return [contact.has('notes_last_updated'), contact.has('notes_last_contacted')];
    };
    expect(touched('notes', { hs_note_body: 'called, no answer' })).toEqual([true, false]);
    expect(touched('tasks', {})).toEqual([true, false]);
    expect(touched('calls', { hs_call_status: 'COMPLETED' })).toEqual([true, true]);
    expect(touched('calls', { hs_call_status: 'NO_ANSWER' })).toEqual([true, false]);
    expect(touched('emails', { hs_email_direction: 'EMAIL', hs_email_status: 'SENT' })).toEqual([true, true]);
    expect(touched('emails', { hs_email_direction: 'EMAIL', hs_email_status: 'BOUNCED' })).toEqual([true, false]);
    expect(touched('meetings', { hs_meeting_outcome: 'COMPLETED' })).toEqual([true, true]);
    expect(touched('meetings', { hs_meeting_outcome: 'SCHEDULED' })).toEqual([true, false]);
    expect(touched('communications', { hs_communication_channel_type: 'SMS' })).toEqual([true, true]);
  });

  test('count when they are associated later or completed later', () => {
    const { records } = openPortal();
    const contact = records.createRecord('contacts', {}, app);
    const call = records.createRecord('calls', { hs_timestamp: String(start), hs_call_status: 'IN_PROGRESS' }, app);
    records.associate('calls', call.id, { toTypeId: '0-1', toId: contact.id }, app);
    expect([contact.has('notes_last_updated'), contact.has('notes_last_contacted')]).toEqual([true, false]);
    records.updateRecord('calls', call.id, { hs_call_status: 'COMPLETED' }, app);
    expect(contact.value('notes_last_contacted')).toBe('2026-11-20T09:00:00.000Z');
    expect(contact.value('num_notes')).toBe('1');
  });

  test('say when somebody answered a mail', () => {
    const { records } = openPortal();
    const contact = records.createRecord('contacts', {}, app);
    records.createRecord('emails', { hs_timestamp: String(start), hs_email_direction: 'INCOMING_EMAIL' }, app, [
      { toTypeId: '0-1', toId: contact.id },
    ]);
    expect(contact.has('hs_sales_email_last_replied')).toBe(true);
    expect(contact.has('notes_last_contacted')).toBe(false);
  });

  test('need to say when', () => {
    const { records } = openPortal();
    const refusal = refusalOf(() => records.createRecord('notes', { hs_note_body: 'x' }, app));
    expect(refusal.message).toBe('Error creating NOTE. Some required properties were not set.');
    expect(refusal.context).toEqual({ properties: ['hs_timestamp'] });
  });
});

describe('users', () => {
  test('are three things with three ids', () => {
    const { records } = openPortal();
    const owner = records.addUser({
      email: 'Ana@Example.com',
      firstName: 'Ana',
      lastName: 'Bell',
      isAvailable: false,
      timeZone: 'Europe/Berlin',
      workingHours: [{ days: 'MONDAY_TO_FRIDAY', startMinute: 540, endMinute: 1020 }],
    });
    const user = records.findRecord('users', owner.recordId!);
    expect(new Set([owner.id, String(owner.userId), owner.recordId]).size).toBe(3);
    expect(user?.values()).toMatchObject({
      hs_internal_user_id: String(owner.userId),
      hubspot_owner_id: owner.id,
      hs_email: 'ana@example.com',
      hs_availability_status: 'away',
      hs_standard_time_zone: 'Europe/Berlin',
      hs_working_hours: '[{"days":"MONDAY_TO_FRIDAY","startMinute":540,"endMinute":1020}]',
    });
    expect(records.people.findByUser(owner.userId!)?.id).toBe(owner.id);
  });
});
