import { samplePeople } from '../../../sandbox/salesforce/installation/sample-people.ts';
import { leadsOf, recordsOf, callCustomer, settle, sweepUntilDone, type Scenario } from './fault-runs.ts';
import { seeded } from './seeded.ts';

/**
 * After the decision a person gives the lead to somebody else, and then the lead says more and is decided again, with other
 * leads around it. The person's choice must stand, and be written down as theirs.
 */
export const changedOwners: Scenario = {
  name: 'an owner whom a person chose later',
  run: async (seed, installation) => {
    const random = seeded(seed);
    const origin = `Changed${seed}`;
    const { admin, names } = installation;
    callCustomer(installation, 'save', [2 + random(4), origin]);
    settle(installation);
    const [lead] = leadsOf(installation, origin);
    if (lead === undefined) return ['no lead was saved'];
    const people = samplePeople();
    const chosen = people[random(people.length)]!.repKey;
    const rep = recordsOf(installation, 'SbxRep__c').find((each) => each.fields.get('repname__c') === chosen);
    const userId = String(rep?.fields.get('user__c'));
    const wasTheirs = String(lead.fields.get('ownerid')) === userId;
    await admin.sobject('Lead').update({ Id: lead.id, OwnerId: userId });
    const more = names.record({ SbxMessage__c: `More words, number ${seed}.`, NumberOfEmployees: 10 + random(5000) });
    await admin.sobject('Lead').update({ Id: lead.id, ...more });
    settle(installation);
    sweepUntilDone(installation, origin);
    const after = leadsOf(installation, origin).find((each) => each.id === lead.id)!;
    const found: string[] = [];
    if (String(after.fields.get('ownerid')) !== userId) found.push('the lead was taken from the person’s choice');
    if (after.fields.get('sbxstate__c') !== 'decided') found.push(`it is ${String(after.fields.get('sbxstate__c'))}`);
    const notes = recordsOf(installation, 'SbxFeedback__c').filter(
      (each) => String(each.fields.get('lead__c')) === lead.id,
    );
    if (!wasTheirs && !notes.some((each) => each.fields.get('kind__c') === 'overridden'))
      found.push('nobody wrote it down');
    return found;
  },
};
