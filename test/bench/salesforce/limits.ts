import { readSource } from '../../../sandbox/salesforce/apex/syntax/read-source.ts';
import type { Installation } from '../../../sandbox/salesforce/installation/installation.ts';
import { mustSave } from '../../../sandbox/salesforce/installation/must-save.ts';
import { atMost } from '../figure.ts';
import type { Reporter } from '../reporter.ts';
import { manyLeads } from './many-leads.ts';
import { newInstallation } from './new-installation.ts';

/** What a transaction has used of the platform's limits. */
type Used = {
  queries: number;
  rows: number;
  writes: number;
  written: number;
  allocatedBytes: number;
  statements: number;
};

/** What deciding asks of a transaction: as much for two hundred leads as for one, so that any load fits. */
export async function benchLimits(reporter: Reporter): Promise<void> {
  const installation = await newInstallation({ jobs: 'hold' });
  try {
    insertLeads(installation, 'first', 201);
    report(installation, 'first arrivals', reporter);
    comeAgain(installation);
    report(installation, 'the same leads again, with more to say', reporter);
    enrolEverybody(installation);
    insertLeads(installation, 'enrolled', 201);
    report(installation, 'first arrivals that get a place in a campaign', reporter);
    await insertSample(installation, 200);
    reportMixed(installation, reporter);
  } finally {
    await installation.close();
  }
}

function report(installation: Installation, what: string, reporter: Reporter): void {
  const one = decide(installation, 1);
  const many = decide(installation, 200);
  reporter.heading(`Limits of one transaction: ${what}`);
  reporter.figure('SOQL queries for one lead', one.queries, '', atMost(12));
  reporter.figure('  for two hundred', many.queries, '', atMost(12));
  reporter.figure('DML statements for one lead', one.writes, '', atMost(8));
  reporter.figure('  for two hundred', many.writes, '', atMost(8));
  reporter.figure(
    '  more for two hundred than for one',
    many.queries + many.writes - one.queries - one.writes,
    '',
    atMost(0),
  );
  reporter.figure('rows read for two hundred', many.rows, '', atMost(50_000));
  reporter.figure('rows written for two hundred', many.written, '', atMost(10_000));
  reporter.figure('statements for one lead', one.statements, '');
  reporter.figure('  for each of two hundred', many.statements / 200, '');
  reporter.figure('memory taken for two hundred, freed or not', many.allocatedBytes / 1_000_000, 'MB');
}

/** Leads as they come: imports, customers, people who are known, those who say too little. No two need the same. */
function reportMixed(installation: Installation, reporter: Reporter): void {
  const mixed = decide(installation, 200);
  reporter.heading('Limits of one transaction: two hundred leads of the sample');
  reporter.figure('SOQL queries', mixed.queries, '', atMost(12));
  reporter.figure('DML statements', mixed.writes, '', atMost(8));
  reporter.figure('statements for each', mixed.statements / 200, '');
}

/** Decides so many that wait, the longest first, in a transaction of its own. Every one of them must have been decided. */
function decide(installation: Installation, count: number): Used {
  const lines = run(
    installation,
    `List<System.Id> ids = new List<System.Id>(
       new Map<System.Id, Lead>([SELECT Id FROM Lead WHERE SbxState__c = 'waiting' ORDER BY SbxWaitingSince__c, Id LIMIT ${count}]).keySet());
     System.Integer queries = System.Limits.getQueries();
     System.Integer rows = System.Limits.getQueryRows();
     System.Integer decided = 0;
     for (SbxDecideSubjects.Outcome outcome : SbxDecideSubjects.decide(ids, System.now().getTime())) {
       decided += 'decided'.equals(outcome.state) ? 1 : 0;
     }
     SbxIncidents.save();
     System.debug(decided);
     System.debug(System.Limits.getQueries() - queries);
     System.debug(System.Limits.getQueryRows() - rows);
     System.debug(System.Limits.getDmlStatements());
     System.debug(System.Limits.getDmlRows());
     System.debug(System.Limits.getHeapSize());`,
  );
  const [decided = 0, queries = NaN, rows = NaN, writes = NaN, written = NaN, allocatedBytes = NaN] = lines.map(Number);
  if (decided !== count) throw new Error(`${decided} of ${count} leads were decided.`);
  return { queries, rows, writes, written, allocatedBytes, statements: installation.program.statementsOfTransaction() };
}

/** Leads of different people that all go to a pool, marked and not decided yet. */
function insertLeads(installation: Installation, origin: string, count: number): void {
  run(
    installation,
    `List<Lead> leads = new List<Lead>();
     for (System.Integer number = 0; number < ${count}; number++) {
       leads.add(new Lead(LastName = 'Number ' + number, Company = 'Depot ' + number, Title = 'Head of Operations',
         Email = '${origin}' + number + '@depot' + number + '.example', Country = 'US', NumberOfEmployees = 400,
         SbxChannel__c = 'demoRequest', SbxMessage__c = 'We want a demo and a price for our depots.'));
     }
     insert leads;`,
  );
}

async function insertSample(installation: Installation, count: number): Promise<void> {
  const records = await manyLeads(count, installation.names);
  mustSave('leads', await installation.admin.sobject('Lead').create(records));
}

/** What was decided is marked again by what it says now, and comes to another decision. */
function comeAgain(installation: Installation): void {
  run(
    installation,
    `List<Lead> leads = [SELECT Id FROM Lead];
     for (Lead lead : leads) { lead.SbxMessage__c = 'Stop writing to us. Our lawyer will sue you.'; }
     update leads;`,
  );
}

function enrolEverybody(installation: Installation): void {
  run(
    installation,
    `insert new Campaign(Name = 'goodFit', IsActive = TRUE);
     List<SbxDestination__c> destinations = [SELECT Id FROM SbxDestination__c];
     for (SbxDestination__c destination : destinations) { destination.CampaignName__c = 'goodFit'; }
     update destinations;
     System.assert(SbxPublishPolicy.publish('Enrols everybody.', System.now()).findings.isEmpty());`,
  );
}

/** Runs anonymous Apex as one transaction and answers what it wrote to the log. */
function run({ org, program }: Installation, source: string): string[] {
  const unit = readSource(source, 'limits', 'anonymous');
  if (unit.kind === 'problems') throw new Error(JSON.stringify(unit));
  const transaction = program.begin();
  org.transact(() => transaction.runAnonymous(unit));
  return transaction.log.map(({ text }) => text);
}
