import { describe, expect, it } from '@jest/globals';
import { beginAccess } from './begin-access.ts';

const asking = `public with sharing class Asking {
  public static String ask(List<Id> ids) {
    List<String> found = new List<String>();
    for (UserRecordAccess each : [
      SELECT RecordId, HasReadAccess, HasEditAccess, HasTransferAccess, HasDeleteAccess
      FROM UserRecordAccess
      WHERE UserId = :UserInfo.getUserId() AND RecordId IN :ids
      WITH USER_MODE
    ]) {
      found.add(each.HasReadAccess + ' ' + each.HasEditAccess + ' ' + each.HasTransferAccess + ' ' + each.HasDeleteAccess);
    }
    return String.join(found, ', ');
  }
  public static String askAll() {
    try { return String.valueOf([SELECT RecordId FROM UserRecordAccess WHERE UserId = :UserInfo.getUserId()].size()); }
    catch (QueryException e) { return e.getMessage(); }
  }
}`;

function begin(model: 'Private' | 'Read' | 'ReadWriteTransfer') {
  const begun = beginAccess([asking], { sharingModels: { Lead: model } });
  begun.run(`insert as system new List<Lead>{
    new Lead(LastName = 'Mine', Company = 'C', OwnerId = '005000000000002AAA'),
    new Lead(LastName = 'Theirs', Company = 'C') }; return null;`);
  const ids = [...begun.org.store.recordsOf('Lead')].map((each) => `'${each.id}'`).join(', ');
  return (who: 'standard' | 'administrator' | 'guest') => begun.as(who, `result = Asking.ask(new List<Id>{ ${ids} });`);
}

describe('UserRecordAccess', () => {
  it('says what sharing and object permissions let the running user do', () => {
    // The standard profile deletes no leads.
    expect(begin('Private')('standard')).toBe('true true true false, false false false false');
    expect(begin('Read')('standard')).toBe('true true true false, true false false false');
    expect(begin('ReadWriteTransfer')('standard')).toBe('true true true false, true true true false');
    expect(begin('Private')('administrator')).toBe('true true true true, true true true true');
  });

  it('is refused where a query names no records', () => {
    expect(beginAccess([asking]).as('standard', 'result = Asking.askAll();')).toContain(
      'must be filtered by UserId and RecordId',
    );
  });
});
