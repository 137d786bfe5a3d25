import { beforeEach, describe, expect, it } from '@jest/globals';
import { seededUsers } from '../../../../sandbox/salesforce/org/access/standard-profiles.ts';
import type { JsonObject } from '../../../../sandbox/salesforce/org/http/json.ts';
import { beginAccess, type AccessBegun } from './begin-access.ts';

const door = `public with sharing class Door {
  public class Answer {
    @AuraEnabled public String name;
    @AuraEnabled public Integer size { get; set; }
    @AuraEnabled public List<Plan__c> plans;
    @AuraEnabled public Map<String, Decimal> weights = new Map<String, Decimal>{ 'a' => 1.5 };
    @AuraEnabled public String nothing;
    public String secret = 'x';
  }
  public class OwnException extends Exception {}
  @AuraEnabled(cacheable=true)
  public static Answer read(String name, Integer size) {
    Answer made = new Answer();
    made.name = name + ' ' + UserInfo.getUserName();
    made.size = size;
    made.plans = [SELECT Id, Name, (SELECT Id, Name FROM Steps__r) FROM Plan__c WITH SYSTEM_MODE];
    return made;
  }
  @AuraEnabled
  public static Id save(Plan__c plan) { insert as user plan; return plan.Id; }
  @AuraEnabled(cacheable=true)
  public static void cheat() { insert as system new Plan__c(); }
  @AuraEnabled
  public static void fail(String how) {
    insert as system new Plan__c(Name = 'Lost');
    if (how == 'handled') { throw new AuraHandledException('Please wait.'); }
    if (how == 'own') { throw new OwnException('Mine'); }
    String nothing = null;
    nothing.length();
  }
  public static void hidden() {}
}`;

let begun: AccessBegun;
beforeEach(() => {
  begun = beginAccess([door]);
  begun.run(
    "Plan__c plan = new Plan__c(Name = 'One'); insert plan; insert new Step__c(Plan__c = plan.Id); return null;",
  );
  begun.assign('standard', 'Planner');
});
const call = (method: string, args: JsonObject = {}, userId: string = seededUsers.standard, isWire = false) =>
  begun.org.callAuraEnabled({ program: begun.program, userId, method, args, isWire });
const plans = () => begun.run('return [SELECT COUNT() FROM Plan__c];');

describe('a method for components', () => {
  it('runs as the user and answers with what is enabled and has a value', () => {
    expect(call('Door.read', { name: 'Ada', size: 3 })).toEqual({
      data: {
        name: 'Ada standard.user@example.com',
        size: 3,
        plans: [
          {
            Id: expect.any(String),
            Name: 'One',
            Steps__r: [{ Id: expect.any(String), Name: 'S-0001' }],
          },
        ],
        weights: { a: 1.5 },
      },
    });
  });

  it('takes records, and keeps what it saves', () => {
    expect(call('Door.save', { plan: { sobjectType: 'Plan__c', Name: 'Two', Size__c: 4 } })).toEqual({
      data: expect.stringMatching(/^a/),
    });
    expect(plans()).toBe('2');
  });

  it('needs access to its class', () => {
    const error = { message: "You do not have access to the Apex class named 'Door'." };
    expect(call('Door.read', {}, seededUsers.guest)).toEqual({ error });
    expect(call('Door.read', {}, seededUsers.administrator)).toHaveProperty('data');
  });

  it('is one that is enabled, and cacheable for a wire', () => {
    expect(call('Door.hidden')).toEqual({ error: { message: 'No @AuraEnabled method was found: Door.hidden' } });
    expect(call('Nowhere.read')).toHaveProperty('error');
    expect(call('Door.save', {}, seededUsers.standard, true)).toHaveProperty(
      'error.message',
      expect.stringContaining('cacheable'),
    );
    expect(call('Door.read', {}, seededUsers.standard, true)).toHaveProperty('data');
  });

  it('that is cacheable may change nothing', () => {
    expect(call('Door.cheat')).toHaveProperty('error.message', 'Too many DML statements: 1');
    expect(plans()).toBe('1');
  });

  it('tells of exceptions as components get them, and undoes what it did', () => {
    expect(call('Door.fail', { how: 'handled' })).toEqual({ error: { message: 'Please wait.' } });
    expect(call('Door.fail', { how: 'own' })).toMatchObject({
      error: { message: 'Mine', exceptionType: 'Door.OwnException', isUserDefinedException: true },
    });
    expect(call('Door.fail', { how: 'null' })).toMatchObject({
      error: { exceptionType: 'System.NullPointerException', stackTrace: expect.stringContaining('Class.Door.fail') },
    });
    expect(plans()).toBe('1');
  });
});
