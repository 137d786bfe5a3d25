import { describe, expect, test } from '@jest/globals';
import { compileProgram } from '../../../../sandbox/salesforce/apex/run/program.ts';
import { readSource } from '../../../../sandbox/salesforce/apex/syntax/read-source.ts';
import { Unsupported } from '../../../../sandbox/salesforce/apex/run/apex-object.ts';
import { connectInMemoryOrg } from '../../../../sandbox/salesforce/org/http/connect-in-memory-org.ts';
import { startOrg } from '../../../../sandbox/salesforce/org/http/start-org.ts';
import { InMemoryOrg } from '../../../../sandbox/salesforce/org/in-memory-org.ts';

const username = 'running.user@example.com';

const queue = `<Queue><name>West</name><queueSobject><sobjectType>Lead</sobjectType></queueSobject></Queue>`;

const assignment = `<AssignmentRules>
  <assignmentRule>
    <fullName>Standard</fullName>
    <active>true</active>
    <ruleEntry>
      <assignedTo>WestQueue</assignedTo>
      <assignedToType>Queue</assignedToType>
      <booleanFilter>1 AND (2 OR 3)</booleanFilter>
      <criteriaItems><field>Lead.Country</field><operation>equals</operation><value>US</value></criteriaItems>
      <criteriaItems><field>Lead.State</field><operation>equals</operation><value>CA,OR</value></criteriaItems>
      <criteriaItems><field>Lead.City</field><operation>startsWith</operation><value>San</value></criteriaItems>
    </ruleEntry>
    <ruleEntry>
      <assignedTo>${username}</assignedTo>
      <assignedToType>User</assignedToType>
      <formula>NumberOfEmployees &gt; 100</formula>
    </ruleEntry>
  </assignmentRule>
  <assignmentRule>
    <fullName>Old</fullName>
    <active>false</active>
  </assignmentRule>
</AssignmentRules>`;

const matching = `<MatchingRules><matchingRules>
  <fullName>ExactEmail</fullName><label>Exact email</label>
  <matchingRuleItems>
    <blankValueBehavior>NullNotAllowed</blankValueBehavior><fieldName>Email</fieldName><matchingMethod>Exact</matchingMethod>
  </matchingRuleItems>
  <ruleStatus>Active</ruleStatus>
</matchingRules></MatchingRules>`;

const duplicates = (action: string, operation: string): string => `<DuplicateRule>
  <actionOnInsert>${action}</actionOnInsert><actionOnUpdate>Allow</actionOnUpdate>
  <alertText>There is one of that address.</alertText>
  <duplicateRuleMatchRules>
    <matchRuleSObjectType>Lead</matchRuleSObjectType><matchingRule>ExactEmail</matchingRule>
  </duplicateRuleMatchRules>
  <isActive>true</isActive><masterLabel>Email</masterLabel>
  ${operation === '' ? '' : `<operationsOnInsert>${operation}</operationsOnInsert>`}
  <sortOrder>1</sortOrder>
</DuplicateRule>`;

function orgWith(files: Readonly<Record<string, string>>) {
  const org = new InMemoryOrg({ files: new Map(Object.entries(files)) });
  const unit = readSource(
    `public class Saves {
      public static String assigned(Boolean asksForIt) {
        Lead lead = new Lead(LastName = 'A', Company = 'A', Country = 'US', State = 'OR');
        if (asksForIt) {
          Database.DMLOptions options = new Database.DMLOptions();
          options.assignmentRuleHeader.useDefaultRule = true;
          lead.setOptions(options);
        }
        insert lead;
        return [SELECT Owner.Name FROM Lead WHERE Id = :lead.Id].Owner.Name;
      }
      public static String twice(Boolean allowSave) {
        Database.DMLOptions options = new Database.DMLOptions();
        options.duplicateRuleHeader.allowSave = allowSave;
        List<Lead> leads = new List<Lead>{ new Lead(LastName = 'T', Company = 'T', Email = 'Twin@example.com') };
        insert leads;
        Database.SaveResult result = Database.insert(
          new Lead(LastName = 'U', Company = 'U', Email = 'twin@EXAMPLE.com'), options
        );
        return said(result);
      }
      public static String edited(String email) {
        List<Lead> leads = new List<Lead>{
          new Lead(LastName = 'T', Company = 'T', Email = 'twin@example.com'),
          new Lead(LastName = 'U', Company = 'U', Email = 'twin@example.com')
        };
        insert leads;
        leads[1].Company = 'Other';
        leads[1].Email = email;
        return said(Database.update(leads[1], false));
      }
      public static String becomes(String email) {
        List<Lead> leads = new List<Lead>{
          new Lead(LastName = 'T', Company = 'T', Email = 'twin@example.com'),
          new Lead(LastName = 'U', Company = 'U')
        };
        insert leads;
        leads[1].Email = email;
        return said(Database.update(leads[1], false));
      }
      private static String said(Database.SaveResult result) {
        return result.isSuccess() ? 'saved' : result.getErrors()[0].getStatusCode() + ' ' + result.getErrors()[0].getMessage();
      }
    }`,
    'Saves.cls',
    'class',
  );
  if (unit.kind === 'problems') {
    throw new Error(unit.problems.map((each) => each.message).join());
  }
  const program = compileProgram([{ fileName: 'Saves.cls', unit }], { org });
  expect(program.problems).toEqual([]);
  const call = (method: string, ...args: unknown[]) =>
    org.transact(() => program.begin().call('Saves', method, args)) as string;
  return { org, program, call };
}

const ruleFiles = {
  'queues/WestQueue.queue-meta.xml': queue,
  'assignmentRules/Lead.assignmentRules-meta.xml': assignment,
};

describe('the active assignment rule', () => {
  test('gives a lead its owner where DMLOptions ask for it, and only then', () => {
    expect(orgWith(ruleFiles).call('assigned', true)).toBe('West');
    expect(orgWith(ruleFiles).call('assigned', false)).not.toBe('West');
  });

  test('runs for requests unless their header says no, first entry first', async () => {
    const { org, program } = orgWith(ruleFiles);
    const connected = connectInMemoryOrg({ org, program });
    const started = await startOrg({ org: connected });
    const ownerOf = async (fields: object, headers: Readonly<Record<string, string>> = {}) => {
      const answer = await fetch(`${started.url}/services/data/v68.0/sobjects/Lead`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${connected.beginSession(username) ?? ''}`,
          'content-type': 'application/json',
          ...headers,
        },
        body: JSON.stringify({ LastName: 'L', Company: 'C', ...fields }),
      });
      const { id } = (await answer.json()) as { id: string };
      return String(org.store.findRecord(id)?.fields.get('ownerid')).slice(0, 3);
    };
    expect(await ownerOf({ Country: 'US', City: 'San José' })).toBe('00G');
    expect(await ownerOf({ Country: 'US', City: 'San José' }, { 'Sforce-Auto-Assign': 'FALSE' })).toBe('005');
    expect(await ownerOf({ Country: 'US', City: 'Boston' })).toBe('005');
    expect(await ownerOf({ Country: 'DE', NumberOfEmployees: 500 })).toBe('005');
    await started.close();
  });

  test('is refused where it cannot be followed', () => {
    const file = (rule: string) => ({ 'assignmentRules/Lead.assignmentRules-meta.xml': rule });
    expect(() => orgWith(file(assignment.replace('Lead.City', 'Lead.Cty')))).toThrow('Lead has no field Cty');
    expect(() => orgWith(file(assignment.replace('1 AND (2 OR 3)', '1 AND (2 OR 4)')))).toThrow('is no logic');
    expect(() => orgWith(file(assignment.replace('Lead.City', 'User.City')))).toThrow(Unsupported);
    expect(() => orgWith(file(assignment.replace('>false<', '>true<')))).toThrow('only one');
  });
});

describe('a duplicate rule', () => {
  const files = (action: string, operation: string) => ({
    'matchingRules/Lead.matchingRule-meta.xml': matching,
    'duplicateRules/Lead.Email.duplicateRule-meta.xml': duplicates(action, operation),
  });
  const refused = 'DUPLICATES_DETECTED There is one of that address.';

  test('that blocks refuses a second record of an address, whatever the request says', () => {
    expect(orgWith(files('Block', '')).call('twice', false)).toBe(refused);
    expect(orgWith(files('Block', '')).call('twice', true)).toBe(refused);
  });

  test('that alerts refuses it unless the request allows duplicates', () => {
    expect(orgWith(files('Allow', 'Alert')).call('twice', false)).toBe(refused);
    expect(orgWith(files('Allow', 'Alert')).call('twice', true)).toBe('saved');
  });

  test('that only reports lets it pass', () => {
    expect(orgWith(files('Allow', 'Report')).call('twice', false)).toBe('saved');
  });

  test('compares an edit only where it changes a field that is matched', () => {
    const onEdit = {
      ...files('Allow', ''),
      'duplicateRules/Lead.Email.duplicateRule-meta.xml': duplicates('Allow', '').replace(
        '<actionOnUpdate>Allow',
        '<actionOnUpdate>Block',
      ),
      'matchingRules/Lead.matchingRule-meta.xml': matching,
    };
    expect(orgWith(onEdit).call('edited', 'twin@example.com')).toBe('saved');
    expect(orgWith(onEdit).call('edited', 'TWIN@example.com')).toBe('saved');
    expect(orgWith(onEdit).call('edited', 'other@example.com')).toBe('saved');
  });

  test('refuses an edit that makes a record one of two', () => {
    const onEdit = {
      'duplicateRules/Lead.Email.duplicateRule-meta.xml': duplicates('Allow', '').replace(
        '<actionOnUpdate>Allow',
        '<actionOnUpdate>Block',
      ),
      'matchingRules/Lead.matchingRule-meta.xml': matching,
    };
    expect(orgWith(onEdit).call('becomes', 'twin@example.com')).toBe(refused);
    expect(orgWith(onEdit).call('becomes', 'other@example.com')).toBe('saved');
  });

  test('is asked for by a header of a request', async () => {
    const { org, program } = orgWith(files('Allow', 'Alert'));
    const connected = connectInMemoryOrg({ org, program });
    const started = await startOrg({ org: connected });
    const save = async (header: string) => {
      const answer = await fetch(`${started.url}/services/data/v68.0/sobjects/Lead`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${connected.beginSession(username) ?? ''}`,
          'content-type': 'application/json',
          'Sforce-Duplicate-Rule-Header': header,
        },
        body: JSON.stringify({ LastName: 'L', Company: 'C', Email: 'same@example.com' }),
      });
      return answer.status;
    };
    expect([await save('allowSave=false'), await save('allowSave=false'), await save('allowSave=true')]).toEqual([
      201, 400, 201,
    ]);
    await started.close();
  });

  test('of fuzzy matching is not built', () => {
    const fuzzy = {
      ...files('Block', ''),
      'matchingRules/Lead.matchingRule-meta.xml': matching.replace(
        'Exact</matchingMethod',
        'FirstName</matchingMethod',
      ),
    };
    expect(() => orgWith(fuzzy)).toThrow(Unsupported);
  });
});
