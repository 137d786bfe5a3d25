import { describe, expect, it } from '@jest/globals';
import { convertLeads } from '../../../../sandbox/salesforce/org/change/convert-leads.ts';
import { beginOrg } from './begin-org.ts';

const trigger = `trigger Watch on Lead (after update) {
  for (Lead each : Trigger.new) {
    if (each.IsConverted && !Trigger.oldMap.get(each.Id).IsConverted) { insert new Log__c(Text__c = 'converted to ' + each.ConvertedAccountId); }
  }
}`;

function beginWithLead() {
  const begun = beginOrg([trigger]);
  begun.run(`Lead made = new Lead(FirstName = 'Ada', LastName = 'Lovelace', Company = 'Engines', City = 'London'); insert made;
    insert new Task(Subject = 'Call', WhoId = made.Id); return null;`);
  const leadId = [...begun.org.store.recordsOf('Lead')][0]?.id ?? '';
  const transaction = begun.program.begin({ now: Date.UTC(2026, 10, 21) });
  const convert = (convertedStatus: string) =>
    transaction.within(() => convertLeads(begun.org.changes, [{ leadId, convertedStatus }], true));
  return { ...begun, leadId, convert };
}

describe('converting leads', () => {
  it('makes an account, a contact and an opportunity, and lets the triggers of the lead know', () => {
    const { org, run, convert } = beginWithLead();
    const [result] = convert('Closed - Converted');
    expect(result).toMatchObject({ success: true, errors: [] });
    expect(
      run(`Opportunity deal = [SELECT Name, StageName, CloseDate, Account.Name, Account.BillingCity FROM Opportunity];
      Contact person = [SELECT Name, Account.Name FROM Contact]; Task call = [SELECT WhoId FROM Task];
      return deal.Name + ' ' + deal.StageName + ' ' + String.valueOf(deal.CloseDate) + ' ' + deal.Account.BillingCity + ' ' + person.Name + ' ' + (call.WhoId == person.Id);`),
    ).toBe('Engines- Prospecting 2026-12-31 London Ada Lovelace true');
    expect([...org.store.recordsOf('Log__c')][0]?.fields.get('text__c')).toBe(
      `converted to ${result?.accountId ?? ''}`,
    );
  });

  it('leaves nothing behind when the status is none of a converted lead, or the lead is converted already', () => {
    const { org, convert } = beginWithLead();
    expect(convert('Working - Contacted')[0]?.errors[0]?.message).toBe('invalid convertedStatus: Working - Contacted');
    expect([...org.store.recordsOf('Account')]).toEqual([]);
    convert('Closed - Converted');
    expect(convert('Closed - Converted')[0]?.errors[0]?.statusCode).toBe('CANNOT_UPDATE_CONVERTED_LEAD');
  });
});
