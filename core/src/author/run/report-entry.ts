import type { Decision } from '../../decide/index.ts';
import type { DecisionRecord } from '../../decide/model/decision-record.ts';
import type { Submission } from '../../decide/model/submission.ts';
import { normalize, type InboundLead } from '../../decide/normalize/normalize.ts';
import type { ReportEntry, ReportLead } from '../report/report-data.ts';
import type { LogEntry } from './decision-log.ts';
import { inputOfText, recordOfText } from './read-record.ts';

/** A lead as the report shows it, fresh from its decision. Of an erased lead only the decision is left. */
export function entryOfDecision(row: number, decision: Decision, decisionHash: string, isErased: boolean): ReportEntry {
  const record = recordOfText(decision.decisionText);
  const lead = isErased ? erasedLead(record.decidedAt) : leadOf(decision.assessment.known.inbound);
  const arrivedFrom = isErased ? 'an erased lead' : decision.assessment.input.submission.channel;
  return { rowNumber: row, record, recall: recallOf(decision.decisionText), decisionHash, arrivedFrom, lead };
}

/** The same out of the log. */
export function entryOfLog(entry: LogEntry): ReportEntry {
  const record = recordOfText(entry.decisionText);
  const submission = entry.personalText === null ? null : (inputOfText(entry.personalText)?.submission ?? null);
  return {
    rowNumber: entry.row,
    record,
    recall: recallOf(entry.decisionText),
    decisionHash: entry.decisionHash,
    arrivedFrom: submission === null ? 'an erased lead' : submission.channel,
    lead: submission === null ? erasedLead(record.decidedAt) : leadOf(normalize(submission)),
  };
}

/** Keeps nothing but the text. */
function recallOf(decisionText: string): () => DecisionRecord {
  return () => recordOfText(decisionText);
}

function leadOf({ submission, name, company }: InboundLead): ReportLead {
  return {
    submissionKey: submission.submissionKey,
    personName: [name.firstName, name.lastName].filter((part) => part !== null).join(' '),
    email: submission.email,
    company,
    message: ownWords(submission),
    receivedAt: submission.receivedAt,
  };
}

function ownWords({ subject, message }: Submission): string | null {
  return [subject, message].filter((part) => part !== null).join('\n\n') || null;
}

function erasedLead(decidedAt: number): ReportLead {
  return {
    submissionKey: '(erased)',
    personName: '',
    email: null,
    company: null,
    message: null,
    receivedAt: decidedAt,
  };
}
