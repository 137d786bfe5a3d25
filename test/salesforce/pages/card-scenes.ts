import type { Installation } from '../../../sandbox/salesforce/installation/installation.ts';
import { setMode } from '../../../sandbox/salesforce/installation/set-policy.ts';
import { leadRecordOf, readSampleLeads } from '../../../sandbox/salesforce/installation/sample-leads.ts';
import { peopleNames } from '../../../sandbox/salesforce/start/people-names.ts';
import type { ShownLead } from '../../../sandbox/salesforce/start/choose-leads.ts';
import { sendLeads } from '../../../sandbox/salesforce/start/send-leads.ts';

/** The states in which the score card is looked at. */
export type SceneName = 'hot' | 'cold' | 'reviewed' | 'damaged' | 'gone' | 'unscored' | 'waiting' | 'aside';
export type CardScene = ShownLead & { readonly ownerId: string; readonly givenToName: string };
export type CardScenes = Readonly<Record<SceneName, CardScene>>;

const pools = "('ana', 'ben', 'chiara', 'dev', 'ewa', 'finn')";
const decidedScenes = {
  hot: `SbxDecision__r.Bucket__c = 'warm' AND SbxDecision__r.GivenTo__c IN ${pools}`,
  cold: "SbxDecision__r.Bucket__c = 'cold' AND SbxDecision__r.Destination__c = 'rejectList'",
  reviewed: "SbxDecision__r.Destination__c = 'review' AND SbxDecision__r.Bucket__c = 'warm'",
  damaged: "SbxDecision__r.Destination__c = 'keepInTouch'",
  gone: "SbxDecision__r.Destination__c = 'nurture'",
  aside: "SbxDecision__r.Destination__c = 'hold'",
};

/**
 * Sends leads of the sample into an installation and brings some into the states that leads get into: found as the engine
 * decided them, the rest made by an administrator's anonymous Apex, as somebody would who has to try a card.
 */
export async function prepareCardScenes(installation: Installation, leads = 200): Promise<CardScenes> {
  const records = (await readSampleLeads()).slice(0, leads).map(leadRecordOf);
  await sendLeads(installation, records, () => undefined);
  const entries: [string, CardScene][] = [];
  for (const [name, condition] of Object.entries(decidedScenes)) {
    entries.push([name, await findScene(installation, `SbxDecision__c != NULL AND ${condition}`)]);
  }
  const scenes = Object.fromEntries(entries) as Record<SceneName, CardScene>;
  await runApex(
    installation,
    "SbxMark.isOurs = true; insert new Lead(FirstName = 'Una', LastName = 'Unscored', Company = 'Before Signalbox Ltd');",
  );
  await runApex(
    installation,
    "SbxMark.isOurs = true; insert new Lead(FirstName = 'Wim', LastName = 'Waiting', Company = 'Patience BV', " +
      "SbxState__c = 'waiting', SbxWaitingSince__c = System.now());",
  );
  scenes.unscored = await findScene(installation, "LastName = 'Unscored'");
  scenes.waiting = await findScene(installation, "LastName = 'Waiting'");
  await installation.admin.request({
    method: 'POST',
    url: `${installation.url}/services/data/v65.0/actions/custom/apex/SbxAskReviewAction`,
    body: JSON.stringify({ inputs: [{ recordId: scenes.aside.id, reason: 'Two companies share this address.' }] }),
    headers: { 'Content-Type': 'application/json' },
  });
  await runApex(
    installation,
    `update new SbxDecision__c(Id = [SELECT SbxDecision__c FROM Lead WHERE Id = '${scenes.damaged.id}'].SbxDecision__c, ` +
      "DecisionText__c = '{');",
  );
  return scenes;
}

/** Takes the policy away that a lead was decided with; another is published first, so that decisions go on. */
export async function deleteRevisionOf(installation: Installation, { id }: CardScene): Promise<void> {
  await setMode(installation, 'suggest');
  await runApex(
    installation,
    `SbxDecision__c decision = [SELECT Id, Revision__c FROM SbxDecision__c WHERE Lead__c = '${id}' AND IsCurrent__c = TRUE];` +
      'delete new SbxRevision__c(Id = decision.Revision__c);',
  );
}

/** Runs lines of Apex as the administrator. */
export async function runApex({ admin }: Installation, lines: string): Promise<void> {
  const { success, compileProblem, exceptionMessage } = await admin.tooling.executeAnonymous(lines);
  if (!success) {
    throw new Error(compileProblem ?? exceptionMessage ?? 'The Apex failed.');
  }
}

async function findScene(installation: Installation, condition: string): Promise<CardScene> {
  const { admin, names } = installation;
  const { records } = await admin.query<Record<string, unknown>>(
    names.query(
      'SELECT Id, Name, Company, OwnerId, SbxDecision__r.Destination__c, SbxDecision__r.GivenTo__c FROM Lead ' +
        `WHERE ${condition} ORDER BY SbxFitScore__c DESC NULLS LAST, Id LIMIT 1`,
    ),
  );
  const [record] = records;
  if (record === undefined) {
    throw new Error(`No lead is there with ${condition}.`);
  }
  const known = await peopleNames(installation);
  const decision = (record[names.of('SbxDecision__r')] ?? {}) as Record<string, string>;
  const givenToName = decision[names.of('GivenTo__c')] ?? '';
  return {
    id: String(record.Id),
    name: String(record.Name),
    company: String(record.Company),
    ownerId: String(record.OwnerId),
    givenToName,
    destination: known.destination(decision[names.of('Destination__c')] ?? ''),
    givenTo: known.rep(givenToName),
  };
}
