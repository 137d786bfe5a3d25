/** For each rule Apex that it takes and Apex that it does not, with the line of the finding. */
export type LintExample = { code: string; name: string; accepted: string; rejected: string; line: number };

const inMethod = (body: string, head = 'public with sharing class SbxOne {'): string =>
  `${head}\n  static void run(List<Lead> leads, System.String name) {\n    ${body}\n  }\n}`;
const inTest = (body: string): string => `@IsTest\nprivate class SbxOneTest {\n${body}\n}`;
const action = (signature: string, rest = ''): string =>
  `public with sharing class SbxOne {\n  @InvocableMethod(label='One')\n  ${signature} {\n    return null;\n  }\n${rest}}`;

const sharing = [
  ['an outer class', 'public with sharing class SbxOne {}', 'public class SbxOne {}', 1],
  ['inherited', 'public inherited sharing class SbxOne {}', 'public abstract class SbxOne {}', 1],
  [
    'an inner class that reads',
    'public with sharing class SbxOne {\n  class Two { System.String name; }\n}',
    'public with sharing class SbxOne {\n  class Two {\n    void run() { List<Lead> a = [SELECT Id FROM Lead WITH USER_MODE]; }\n  }\n}',
    2,
  ],
] as const;

const modes = [
  ['SOQL', '[SELECT Id FROM Lead WITH USER_MODE];', '[SELECT Id FROM Lead];'],
  [
    'SOQL with a condition',
    '[SELECT Id FROM Lead WHERE Id = null WITH SYSTEM_MODE];',
    '[SELECT Id FROM Lead LIMIT 1];',
  ],
  ['insert', 'insert as user leads;', 'insert leads;'],
  ['upsert', 'upsert as system leads;', 'upsert leads;'],
  ['merge', 'merge as user leads[0] leads[1];', 'merge leads[0] leads[1];'],
  [
    'Database.update',
    'System.Database.update(leads, false, System.AccessLevel.USER_MODE);',
    'System.Database.update(leads, false);',
  ],
  ['Database.query', "Database.query('SELECT Id FROM Lead', AccessLevel.USER_MODE);", 'Database.query(name);'],
  [
    'Database.queryWithBinds',
    'System.AccessLevel level = System.AccessLevel.USER_MODE; Database.queryWithBinds(name, null, level);',
    'Database.queryWithBinds(name, null);',
  ],
  ['Search.query', 'System.Search.query(name, AccessLevel.USER_MODE);', 'System.Search.query(name);'],
] as const;

const types = [
  ['a variable', 'System.Integer one = 1;', 'Integer one = 1;'],
  ['a type argument', 'List<System.Id> ids = new List<System.Id>();', 'List<Id> ids;'],
  ['a call', 'System.JSON.serialize(leads);', 'JSON.serialize(leads);'],
  ['a cast', 'System.Object one = (System.Decimal) null;', 'System.Object one = (Decimal) null;'],
  ['what is thrown', 'throw new System.DmlException();', 'throw new DmlException();'],
  ['a schema type', 'Schema.SObjectField one;', 'SObjectField one;'],
  ['a name of one here', 'for (Lead request : leads) { request.clone(); }', 'Request.getCurrent();'],
] as const;

const list = 'public static List<System.String>';
const actions = [
  ['static', `${list} act(List<System.Id> ids)`, 'public List<System.String> act(List<System.Id> ids)'],
  ['a list in', `${list} act(List<Lead> leads)`, `${list} act(System.Id one)`],
  ['a list out', `${list} act(List<List<System.Id>> ids)`, 'public static System.String act(List<System.Id> ids)'],
  ['what is in the list', `${list} act(List<SbxOther> others)`, `${list} act(List<Map<System.Id, Lead>> maps)`],
  ['one parameter', `${list} act()`, `${list} act(List<System.Id> ids, List<System.String> names)`],
  [
    'seen from outside',
    `global static List<Lead> act(List<System.Id> ids)`,
    'static List<Lead> act(List<System.Id> ids)',
  ],
] as const;
const request = (modifier: string): string =>
  `  public class Asked {\n    @InvocableVariable ${modifier} System.String name;\n  }\n`;

const loops = [
  [
    'what a loop runs over',
    'for (Lead each : [SELECT Id FROM Lead WITH USER_MODE]) { each.clone(); }',
    'for (Lead each : leads) { List<Lead> found = [SELECT Id FROM Lead WITH USER_MODE]; }',
  ],
  [
    'a change',
    'for (Lead each : leads) { each.clone(); } update as user leads;',
    'while (true) { update as user leads; }',
  ],
  [
    'a call',
    'Database.delete(leads, AccessLevel.USER_MODE);',
    'do { Database.delete(leads, AccessLevel.USER_MODE); } while (false);',
  ],
] as const;

const texts = [
  ['two texts', 'System.Boolean same = name.equals(name);', 'System.Boolean same = name == name;'],
  ['a literal', "System.Boolean same = name == '';", "System.Boolean same = name != 'A';"],
  ['null', 'System.Boolean same = name == null;', "System.Boolean same = 'a' == name;"],
  [
    'a number',
    'System.Boolean same = leads.size() == 1;',
    "System.String two = ''; System.Boolean same = two == name;",
  ],
] as const;

export const lintExamples: LintExample[] = [
  ...sharing.map(([name, accepted, rejected, line]) => ({ code: 'APC030', name, accepted, rejected, line })),
  ...inBody('APC031', modes),
  ...inBody('APC032', [
    ['18 characters', "name = 'getSomethingFromThe';", "name = '00Q000000000001AAA';"],
    ['15 characters', "name = 'getSomethingOut';", "name = '00Q000000000001';"],
  ]),
  ...actions.map(([name, accepted, rejected]) => {
    return { code: 'APC033', name, accepted: action(accepted), rejected: action(rejected), line: 3 };
  }),
  {
    code: 'APC033',
    name: 'variables of its parameter',
    accepted: action(`${list} act(List<Asked> all)`, request('public')),
    rejected: action(`${list} act(List<Asked> all)`, request('private')),
    line: 7,
  },
  {
    code: 'APC033',
    name: 'one to a class',
    accepted: action(`${list} act(List<System.Id> ids)`),
    rejected: action(
      `${list} act(List<System.Id> ids)`,
      `  @InvocableMethod\n  ${list} more(List<System.Id> ids) {}\n`,
    ),
    line: 7,
  },
  ...inBody('APC034', types),
  {
    code: 'APC035',
    name: 'a test',
    accepted: inTest(
      '@IsTest static void shows() { expectOne(); }\nstatic void expectOne() { System.Assert.isTrue(true); }',
    ),
    rejected: inTest('@IsTest static void shows() { run(); }\nstatic void run() { System.debug(1); }'),
    line: 3,
  },
  {
    code: 'APC036',
    name: 'a queueable',
    accepted: inMethod(
      'System.attachFinalizer(null);',
      'public with sharing class SbxOne implements System.Queueable {',
    ),
    rejected: inMethod('System.debug(1);', 'public with sharing class SbxOne implements Other, System.Queueable {'),
    line: 1,
  },
  ...inBody('APC037', texts),
  ...inBody('APC038', loops),
];

function inBody(code: string, rows: readonly (readonly [string, string, string])[]): LintExample[] {
  return rows.map(([name, accepted, rejected]) => {
    return { code, name, accepted: inMethod(accepted), rejected: inMethod(rejected), line: 3 };
  });
}
