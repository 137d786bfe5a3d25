import { problemTexts } from '../../../../core/src/author/cli/problem-texts.ts';
import { createReportCollector } from '../../../../core/src/author/report/create-report-collector.ts';
import type { ReportData } from '../../../../core/src/author/report/report-data.ts';
import type { DecisionRecord } from '../../../../core/src/decide/model/decision-record.ts';
import type { Policy } from '../../../../core/src/decide/model/policy.ts';
import type { DecidedView, LeadView } from './lead-view.ts';
import type { PortalView } from './portal-view.ts';

export type DecidedLead = LeadView & { readonly decided: DecidedView };

/**
 * The report of leads that one revision of the rules decided, as the command line writes it of a file. Null where the portal has
 * no rules of that hash to name anything by.
 */
export function collectReport(
  { rules, edition }: PortalView,
  hash: string,
  leads: readonly DecidedLead[],
): ReportData | null {
  const policy = rules.findPolicy(hash);
  if (policy === null) return null;
  const collector = createReportCollector(
    policy,
    { reps: rules.listReps() },
    // The inbox is the list; here only the sums count.
    { runName: 'Report', policyHash: hash, listCap: 1, timeZone: edition.portal.timeZone, problemTexts },
  );
  for (const [place, { contactId, person, email, company, cameInAt, decided }] of leads.toReversed().entries()) {
    const { record } = decided;
    if (isOf(record, policy)) {
      collector.add({
        rowNumber: place + 1,
        record,
        recall: () => record,
        decisionHash: '',
        arrivedFrom: 'HubSpot',
        lead: { submissionKey: contactId, personName: person, email, company, message: null, receivedAt: cameInAt },
      });
    }
  }
  return collector.finish();
}

/** Whether the record's places are among the rules: somebody may have changed it. */
function isOf({ choice }: DecisionRecord, { guards, rules, cells, destinations }: Policy): boolean {
  if (!destinations.some(({ destinationKey }) => destinationKey === choice.destination)) return false;
  switch (choice.source) {
    case 'guard':
      return isAmong(
        choice.guard,
        guards.filter(({ isActive }) => isActive),
      );
    case 'rule':
      return isAmong(
        choice.rule,
        rules.filter(({ isActive }) => isActive),
      );
    case 'matrix':
      return isAmong(choice.cell, cells);
    case 'fallback':
      return true;
  }
}

function isAmong(place: number, rows: readonly unknown[]): boolean {
  return place >= 0 && place < rows.length;
}
