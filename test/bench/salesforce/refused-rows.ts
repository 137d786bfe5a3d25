import type { Installation } from '../../../sandbox/salesforce/installation/installation.ts';
import { problemsOfLedger } from './check-leads.ts';
import {
  callCustomer,
  leadsOf,
  recordsOf,
  settle,
  sweepUntilDone,
  type Scenario,
  type StoredLead,
} from './fault-runs.ts';
import { seeded } from './seeded.ts';

const ratings = ['Cold', 'Hot', 'Warm'];

/**
 * Among good leads some refuse what is written: by a validation rule, by a trigger that throws, by one that spends the limits.
 * The good ones must be decided, the bad ones must end in the named queue with a clock, and no turn may be lost.
 */
export const refusedRows: Scenario = {
  name: 'rows that a rule, a trigger or a limit refuses',
  run: (seed, installation) => {
    const random = seeded(seed);
    const origin = `Refused${seed}`;
    const rated = 1 + random(2);
    const count = rated * 3 + random(14);
    callCustomer(installation, 'saveRated', [count, origin, ratings[seed % 3]!, rated]);
    settle(installation);
    const early = leadsOf(installation, origin).filter((each) => typeof each.fields.get('rating') !== 'string');
    const late = early.filter((each) => each.fields.get('sbxstate__c') === 'waiting');
    sweepUntilDone(installation, origin);
    const problems = leadsOf(installation, origin).flatMap((lead) => problemOf(installation, lead));
    if (late.length > 0 && ratings[seed % 3] === 'Cold')
      problems.push(`${late.length} good leads had to wait for the sweep`);
    // Whoever's turn was given back is owed it, and gets the next: after a few more leads all are even again.
    callCustomer(installation, 'save', [6, `${origin}s1`]);
    settle(installation);
    return [...problems, ...problemsOfLedger(installation)];
  },
};

function problemOf(installation: Installation, lead: StoredLead): string[] {
  const isBad = typeof lead.fields.get('rating') === 'string';
  const clocks = recordsOf(installation, 'SbxClock__c').filter(
    (each) => String(each.fields.get('lead__c')) === lead.id,
  );
  const decisions = recordsOf(installation, 'SbxDecision__c').filter(
    (each) => String(each.fields.get('lead__c')) === lead.id,
  );
  if (!isBad) {
    const isDone = lead.fields.get('sbxstate__c') === 'decided' && clocks.length === 1 && decisions.length === 1;
    return isDone ? [] : [`a good lead is ${String(lead.fields.get('sbxstate__c'))} with ${clocks.length} clocks`];
  }
  const [clock] = clocks;
  const isAside = clocks.length === 1 && clock?.fields.get('isaside__c') === true;
  const inQueue = String(clock?.fields.get('ownerid')).startsWith('00G');
  return isAside && inQueue && decisions.length === 0
    ? []
    : [`a bad lead has ${clocks.length} clocks, ${inQueue ? '' : 'not '}in a queue, and ${decisions.length} decisions`];
}
