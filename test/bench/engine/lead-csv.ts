import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { draftLead, type LeadDraft } from './lead-draft.ts';

/** The columns of a usual export: the runner knows them by these names. */
const columns: readonly [header: string, cellOf: (draft: LeadDraft) => string | number | boolean | null][] = [
  ['Lead ID', (draft) => draft.submissionKey],
  ['Created', (draft) => new Date(draft.receivedAt).toISOString()],
  ['Channel', (draft) => channelWords[draft.channel as keyof typeof channelWords]],
  ['Lead Source', (draft) => draft.leadSource],
  ['Campaign', (draft) => draft.campaign],
  ['Entry Page', (draft) => draft.entryPage],
  ['Last Page', (draft) => draft.lastPage],
  ['First Name', (draft) => draft.firstName],
  ['Last Name', (draft) => draft.lastName],
  ['Email', (draft) => draft.email],
  ['Phone', (draft) => draft.phone],
  ['Company', (draft) => draft.company],
  ['Title', (draft) => draft.jobTitle],
  ['Website', (draft) => draft.website],
  ['Country', (draft) => draft.country],
  ['City', (draft) => draft.city],
  ['Industry', (draft) => draft.industry],
  ['Employees', (draft) => draft.employees],
  ['Annual Revenue', (draft) => draft.annualRevenue],
  ['Language', (draft) => draft.language],
  ['Current Tool', (draft) => draft.currentTool],
  ['Timeline', (draft) => draft.timeline],
  ['Budget', (draft) => draft.budget],
  ['Team Size', (draft) => draft.teamSize],
  ['Opted Out', (draft) => draft.optedOut],
  ['Subject', (draft) => draft.subject],
  ['Message', (draft) => draft.message],
];

const channelWords = {
  webForm: 'web form',
  demoRequest: 'demo request',
  contactEmail: 'contact email',
  chat: 'chat',
  interactiveDemo: 'interactive demo',
  linkedIn: 'linkedin message',
} as const;

const rowsPerBlock = 500;

/** Writes so many leads without holding more than a block of them. */
export async function writeLeadCsv(file: string, count: number, leadsPerDay: number): Promise<void> {
  await pipeline(blocks(count, leadsPerDay), createWriteStream(file));
}

function* blocks(count: number, leadsPerDay: number): Generator<string> {
  yield lineOf(columns.map(([header]) => header));
  for (let start = 0; start < count; start += rowsPerBlock) {
    const rows = Math.min(rowsPerBlock, count - start);
    yield Array.from({ length: rows }, (_, place) => rowOf(draftLead(start + place, leadsPerDay))).join('');
  }
}

function rowOf(draft: LeadDraft): string {
  return lineOf(columns.map(([, cellOf]) => String(cellOf(draft) ?? '')));
}

function lineOf(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\n`;
}
