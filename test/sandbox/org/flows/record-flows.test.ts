import { describe, expect, test } from '@jest/globals';
import { Unsupported } from '../../../../sandbox/salesforce/apex/run/apex-object.ts';
import { compileProgram } from '../../../../sandbox/salesforce/apex/run/program.ts';
import { readSource } from '../../../../sandbox/salesforce/apex/syntax/read-source.ts';
import { ApexList } from '../../../../sandbox/salesforce/apex/library/collection/apex-list.ts';
import { InMemoryOrg } from '../../../../sandbox/salesforce/org/in-memory-org.ts';

const to = (name: string, element = 'connector'): string =>
  `<${element}><targetReference>${name}</targetReference></${element}>`;

function flow(time: string, start: string, elements: string, when = 'CreateAndUpdate'): string {
  return `<Flow><apiVersion>65.0</apiVersion><label>Leads</label><processType>AutoLaunchedFlow</processType>
    <start><object>Lead</object><recordTriggerType>${when}</recordTriggerType><triggerType>${time}</triggerType>${start}</start>
    <status>Active</status>${elements}</Flow>`;
}

/** Rates leads before they are saved: by size, by a formula, and with a counter in a variable. */
const rate = flow(
  'RecordBeforeSave',
  `${to('Size')}<filterLogic>and</filterLogic>
   <filters><field>LeadSource</field><operator>EqualTo</operator><value><stringValue>Web</stringValue></value></filters>`,
  `<decisions><name>Size</name>${to('Cold', 'defaultConnector')}
     <rules><name>Big</name><conditionLogic>1 OR (2 AND 3)</conditionLogic>
       <conditions><leftValueReference>$Record.NumberOfEmployees</leftValueReference><operator>GreaterThan</operator><rightValue><numberValue>100</numberValue></rightValue></conditions>
       <conditions><leftValueReference>$Record.Country</leftValueReference><operator>IsNull</operator><rightValue><booleanValue>false</booleanValue></rightValue></conditions>
       <conditions><leftValueReference>Title</leftValueReference><operator>Contains</operator><rightValue><stringValue>chief</stringValue></rightValue></conditions>
       ${to('Hot')}</rules></decisions>
   <assignments><name>Hot</name>
     <assignmentItems><assignToReference>$Record.Rating</assignToReference><operator>Assign</operator><value><stringValue>Hot</stringValue></value></assignmentItems>
     <assignmentItems><assignToReference>count</assignToReference><operator>Add</operator><value><numberValue>2</numberValue></value></assignmentItems>
     <assignmentItems><assignToReference>$Record.NumberOfEmployees</assignToReference><operator>Assign</operator><value><elementReference>count</elementReference></value></assignmentItems></assignments>
   <recordUpdates><name>Cold</name><inputReference>$Record</inputReference>
     <inputAssignments><field>Rating</field><value><stringValue>Cold</stringValue></value></inputAssignments></recordUpdates>
   <formulas><name>Title</name><dataType>String</dataType><expression>LOWER({!$Record.Title})</expression></formulas>
   <variables><name>count</name><dataType>Number</dataType><value><numberValue>40</numberValue></value></variables>`,
  'Create',
);

/** Scores a lead by Apex after it was saved, and writes the score down. */
const score = flow(
  'RecordAfterSave',
  `${to('Score')}<filterFormula>AND(ISPICKVAL({!$Record.Rating}, "Hot"), ISBLANK({!$Record.Description}))</filterFormula>`,
  `<actionCalls><name>Score</name><actionName>ScoreLeads</actionName><actionType>apex</actionType>${to('Write')}${to('Fail', 'faultConnector')}
     <inputParameters><name>leadId</name><value><elementReference>$Record.Id</elementReference></value></inputParameters>
     <inputParameters><name>company</name><value><elementReference>$Record.Company</elementReference></value></inputParameters>
     <storeOutputAutomatically>true</storeOutputAutomatically></actionCalls>
   <recordUpdates><name>Write</name><inputReference>$Record</inputReference>
     <inputAssignments><field>Description</field><value><elementReference>Score.words</elementReference></value></inputAssignments></recordUpdates>
   <recordUpdates><name>Fail</name><inputReference>$Record</inputReference>
     <inputAssignments><field>Description</field><value><stringValue>No score</stringValue></value></inputAssignments></recordUpdates>`,
);

const apex = [
  [
    'ScoreLeads.cls',
    `public class ScoreLeads {
      public class Request {
        @InvocableVariable public Id leadId;
        @InvocableVariable public String company;
      }
      public class Result { @InvocableVariable public String words; }
      @InvocableMethod
      public static List<Result> run(List<Request> requests) {
        List<Result> results = new List<Result>();
        for (Request each : requests) {
          if (each.company == 'Broken') { throw new IllegalArgumentException('Broken'); }
          Result result = new Result();
          result.words = each.company + ' of ' + requests.size();
          results.add(result);
        }
        return results;
      }
    }`,
  ],
  [
    'Saves.cls',
    `public class Saves {
      public static List<String> log = new List<String>();
      public static List<String> save(List<String> companies) {
        List<Lead> leads = new List<Lead>();
        for (String each : companies) {
          leads.add(new Lead(LastName = each, Company = each, LeadSource = 'Web', NumberOfEmployees = 500));
        }
        List<Database.SaveResult> results = Database.insert(leads, false);
        List<String> lines = new List<String>();
        for (Lead each : [SELECT Company, Rating, NumberOfEmployees, Description FROM Lead ORDER BY Company]) {
          lines.add(each.Company + ' ' + each.Rating + ' ' + each.NumberOfEmployees + ' ' + each.Description);
        }
        for (Database.SaveResult each : results) {
          if (!each.isSuccess()) { lines.add(each.getErrors()[0].getStatusCode() + ' ' + each.getErrors()[0].getMessage()); }
        }
        lines.addAll(log);
        return lines;
      }
      public static List<String> rate(String source, Integer size, String country, String title) {
        Lead lead = new Lead(LastName = 'R', Company = 'R', LeadSource = source, NumberOfEmployees = size, Country = country, Title = title);
        insert lead;
        lead = [SELECT Rating FROM Lead WHERE Id = :lead.Id];
        return new List<String>{ lead.Rating };
      }
    }`,
  ],
  [
    'LeadTrigger.trigger',
    `trigger LeadTrigger on Lead (before insert, after insert, after update) {
      Saves.log.add(String.valueOf(Trigger.operationType) + ' ' + Trigger.new[0].Rating + ' ' + Trigger.new[0].Description);
    }`,
  ],
] as const;

function orgWith(flows: Readonly<Record<string, string>>) {
  const files = new Map(Object.entries(flows).map(([name, text]) => [`flows/${name}.flow-meta.xml`, text]));
  const org = new InMemoryOrg({ files });
  const sources = apex.map(([fileName, text]) => {
    const unit = readSource(text, fileName, fileName.endsWith('.cls') ? 'class' : 'trigger');
    if (unit.kind === 'problems') {
      throw new Error(unit.problems.map((each) => each.message).join());
    }
    return { fileName, unit };
  });
  const program = compileProgram(sources, { org });
  expect(program.problems).toEqual([]);
  org.useTriggers(program);
  return (method: string, ...args: unknown[]): readonly unknown[] => {
    const answer = org.transact(() => program.begin().call('Saves', method, args));
    return answer instanceof ApexList ? answer.items : [];
  };
}

function companies(...names: readonly string[]): unknown {
  const program = compileProgram([], { org: new InMemoryOrg() });
  return new ApexList(program.typeOf('List<String>'), [...names]);
}

describe('a flow before a record is saved', () => {
  test.each([
    ['Web', 500, null, null, 'Hot'],
    ['Web', 5, 'DE', 'CHIEF engineer', 'Hot'],
    ['Web', 5, null, 'Chief', 'Cold'],
    ['Web', null, 'DE', 'Clerk', 'Cold'],
    ['Other', 500, null, null, null],
  ])('rates a lead from %s with %s employees in %s, %s', (source, size, country, title, rating) => {
    expect(orgWith({ Rate: rate })('rate', source, size, country, title)).toEqual([rating]);
  });

  test('runs before the before-triggers, and one after the record was saved runs after the after-triggers', () => {
    expect(orgWith({ Rate: rate, Score: score })('save', companies('A', 'B'))).toEqual([
      'A Hot 42 A of 2',
      'B Hot 42 B of 2',
      'BEFORE_INSERT Hot null',
      'AFTER_INSERT Hot null',
      'AFTER_UPDATE Hot A of 2',
    ]);
  });
});

describe('a flow after a record was saved', () => {
  test('goes on where its action failed, if it says where', () => {
    expect(orgWith({ Rate: rate, Score: score })('save', companies('Broken')).slice(0, 1)).toEqual([
      'Broken Hot 42 No score',
    ]);
  });

  test('fails the records of its interviews otherwise', () => {
    const failing = score.replace(to('Fail', 'faultConnector'), '');
    expect(orgWith({ Rate: rate, Score: failing })('save', companies('Broken')).slice(0, 1)).toEqual([
      expect.stringMatching(
        /^CANNOT_EXECUTE_FLOW_TRIGGER .*“Leads” process failed.*Score: System.IllegalArgumentException: Broken$/,
      ),
    ]);
  });
});

describe('what is not built is named when the package is installed', () => {
  test.each([
    [
      'a look-up',
      rate.replace('<status>', '<recordLookups><name>Get</name></recordLookups><status>'),
      '<recordLookups>',
    ],
    ['a loop', rate.replace('<status>', '<loops><name>Each</name></loops><status>'), '<loops>'],
    ['another start', rate.replace('RecordBeforeSave', 'Scheduled'), 'started by Scheduled'],
    ['a scheduled path', score.replace('<object>', '<scheduledPaths/><object>'), '<scheduledPaths>'],
    ['another action', score.replace('>apex<', '>emailSimple<'), 'emailSimple'],
    ['another operator', rate.replace('>GreaterThan<', '>WasSet<'), 'WasSet'],
    [
      'a collection',
      rate.replace('<dataType>Number', '<isCollection>true</isCollection><dataType>Number'),
      'collection',
    ],
  ])('%s', (_, text, words) => {
    expect(() => orgWith({ Odd: text })).toThrow(Unsupported);
    expect(() => orgWith({ Odd: text })).toThrow(words);
  });

  test('but not where the flow is no longer active', () => {
    expect(() =>
      orgWith({ Odd: rate.replace('RecordBeforeSave', 'Scheduled').replace('>Active<', '>Obsolete<') }),
    ).not.toThrow();
  });

  test('a connector that leads nowhere is an error', () => {
    expect(() => orgWith({ Odd: rate.replace(to('Hot'), to('Warm')) })).toThrow('leads to Warm');
  });
});
