import { hashText } from '../../../../core/src/author/run/hash-text.ts';
import type { Policy } from '../../../../core/src/decide/model/policy.ts';
import { Problem } from '../problem.ts';
import type { DescribedField, Org } from '../org/org.ts';
import { liveRevision, readRevisions, readRevisionText } from '../org/revisions.ts';
import { policyOfText } from '../../../../core/src/author/run/read-snapshots.ts';
import { leadSources, mappedReason, readFieldMaps, type LeadSource } from './lead-sources.ts';
import { readLostStatuses } from './lost-statuses.ts';
import type { OutsideOutcomes } from './outside-outcomes.ts';

/** What is asked of an org's history: by which policy, from which fields, and what counts as lost. */
export type Question = {
  readonly policy: Policy;
  readonly revisionNumber: number;
  readonly orgId: string;
  readonly sources: readonly LeadSource[];
  readonly lostStatuses: readonly string[];
  /** Field of the deal that says why it ended; null where there is none. */
  readonly reasonField: string | null;
  /** Field of the lead that says why it was given up; null where none is mapped. */
  readonly leadReasonField: string | null;
  /** Fields of the deal that this user may read. */
  readonly dealFields: ReadonlySet<string>;
  /** Fields of the lead, in lower case, that nobody changes after a lead arrived. */
  readonly neverChanged: ReadonlySet<string>;
  /** How leads ended where sales closes elsewhere; null where it closes here. */
  readonly outside: OutsideOutcomes | null;
  /** Of all of this: a history that was kept for another question is no answer. */
  readonly fingerprint: string;
};

export type QuestionFlags = {
  readonly reasonField: string | undefined;
  readonly lostStatuses: readonly string[] | undefined;
  readonly neverChanged: readonly string[] | undefined;
  readonly outside: OutsideOutcomes | null;
};

/** Asks an org what its history is to be read by. SFP005 before the first revision. */
export async function askQuestion(org: Org, flags: QuestionFlags): Promise<Question> {
  const revision = liveRevision(await readRevisions(org));
  const text = await readRevisionText(org, revision);
  if (text === null) throw new Problem('SFP012', [String(revision.number)]);
  const [organization] = await org.selectAll('Organization', ['Id']);
  const [maps, leadFields, dealFields] = await Promise.all([
    readFieldMaps(org),
    org.describeFields('Lead'),
    org.describeFields('Opportunity'),
  ]);
  const question = {
    orgId: String(organization?.['Id']),
    sources: leadSources(maps, leadFields, (name) => org.nameInOrg(name)),
    lostStatuses: await readLostStatuses(org, flags.lostStatuses),
    reasonField:
      flags.reasonField === undefined
        ? (mappedReason(maps, 'opportunity', dealFields) ?? reasonFieldOf(dealFields))
        : demandField(dealFields, 'Opportunity', flags.reasonField).name,
    leadReasonField: mappedReason(maps, 'lead', leadFields),
    neverChanged: (flags.neverChanged ?? []).map((name) =>
      demandField(leadFields, 'Lead', name, org.nameInOrg(name)).name.toLowerCase(),
    ),
  };
  return {
    ...question,
    policy: policyOfText(text),
    revisionNumber: revision.number,
    dealFields: new Set(dealFields.map(({ name }) => name)),
    neverChanged: new Set(question.neverChanged),
    outside: flags.outside,
    fingerprint: hashText(
      JSON.stringify({ ...question, policy: revision.fingerprint, outside: [...(flags.outside ?? [])] }),
    ),
  };
}

/** The only field that is called like a reason for an end: Loss_Reason__c, Closed_Lost_Reason__c. */
function reasonFieldOf(fields: readonly DescribedField[]): string | null {
  const found = fields.filter(
    ({ name, type }) =>
      (type === 'picklist' || type === 'string') && /reason/i.test(name) && /loss|lost|clos|win|won/i.test(name),
  );
  return found.length === 1 ? found[0]!.name : null;
}

function demandField(
  fields: readonly DescribedField[],
  object: string,
  named: string,
  orNamed = named,
): DescribedField {
  const spellings = [named.toLowerCase(), orNamed.toLowerCase()];
  const field = fields.find(({ name }) => spellings.includes(name.toLowerCase()));
  if (field === undefined) {
    throw new Problem('SFP018', [`field ${object}.${named}`, fields.map(({ name }) => name).join(', ')]);
  }
  return field;
}
