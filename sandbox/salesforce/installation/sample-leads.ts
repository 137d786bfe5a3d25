import path from 'node:path';
import { guessMapping } from '../../../core/src/author/run/guess-mapping.ts';
import { leadOfRow } from '../../../core/src/author/run/lead-of-row.ts';
import { openRowFile } from '../../../core/src/author/run/read-rows.ts';
import type { Submission } from '../../../core/src/decide/model/submission.ts';

const sampleFile = path.join(import.meta.dirname, '..', '..', '..', 'core', 'sample', 'leads.csv');

/** The sample's leads as they came in, in their order. */
export async function readSampleLeads(file: string = sampleFile): Promise<Submission[]> {
  const mapping = await guessMapping(await openRowFile(file, '--leads'));
  const submissions: Submission[] = [];
  let earlier = 0;
  for await (const row of (await openRowFile(file, '--leads')).rows) {
    if (row.kind === 'row') {
      const { submission } = leadOfRow(row.cells, submissions.length + 2, mapping, earlier);
      earlier = submission.receivedAt;
      submissions.push(submission);
    }
  }
  return submissions;
}

/** What a field of a lead holds at most; a form that is connected to Salesforce cuts as well. */
function cut(text: string | null, most: number): string | null {
  return text === null ? null : text.slice(0, most);
}

const address = /^[\w.+'-]+@[\w-]+(?:\.[\w-]+)+$/;

/**
 * A submission as a form integration writes it into a lead. Names that Salesforce insists on are filled in as integrations do;
 * an address that Salesforce would refuse is left out.
 */
export function leadRecordOf(submission: Submission): Record<string, unknown> {
  const { email } = submission;
  return {
    FirstName: cut(submission.firstName, 40),
    LastName: cut(submission.lastName, 80) ?? '[not provided]',
    Company: cut(submission.company, 255) ?? '[not provided]',
    Email: email !== null && address.test(email) && email.length <= 80 ? email : null,
    Phone: cut(submission.phone, 40),
    Title: cut(submission.jobTitle, 128),
    Website: cut(submission.website, 255),
    Country: cut(submission.country, 80),
    State: cut(submission.region, 80),
    PostalCode: cut(submission.postcode, 20),
    City: cut(submission.city, 40),
    Industry: cut(submission.industry, 255),
    LeadSource: cut(submission.leadSource, 255),
    NumberOfEmployees:
      submission.employees !== null && submission.employees < 100_000_000 ? submission.employees : null,
    AnnualRevenue: submission.annualRevenue,
    HasOptedOutOfEmail: submission.optedOut === true,
    SbxChannel__c: submission.channel,
    SbxLanguage__c: cut(submission.language, 40),
    SbxCampaign__c: cut(submission.campaign, 120),
    SbxEntryPage__c: cut(submission.entryPage, 255),
    SbxLastPage__c: cut(submission.lastPage, 255),
    SbxProductInterest__c: cut(submission.productInterest, 120),
    SbxCurrentTool__c: cut(submission.currentTool, 120),
    SbxTimeline__c: cut(submission.timeline, 120),
    SbxBudget__c: cut(submission.budget, 120),
    SbxBuyingGroup__c: cut(submission.buyingGroup, 120),
    SbxSubject__c: cut(submission.subject, 255),
    SbxMessage__c: cut(submission.message, 32_000),
    SbxTeamSize__c: submission.teamSize,
    SbxExpectedValue__c: submission.expectedValue,
  };
}
