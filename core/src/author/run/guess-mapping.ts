import type { Channel } from '../../decide/model/submission.ts';
import { leadFieldNames, leadFields, type LeadField } from './lead-field.ts';
import type { Mapping } from './mapping.ts';
import { guessDateOrder } from './read-instant.ts';
import type { RowFile } from './read-rows.ts';

/** How many rows are looked at to learn how dates are written. */
const sampleRows = 1000;

const usualChannels: Record<string, Channel> = {
  'web form': 'webForm',
  form: 'webForm',
  website: 'webForm',
  'landing page': 'webForm',
  'demo request': 'demoRequest',
  demo: 'demoRequest',
  'book a demo': 'demoRequest',
  'contact email': 'contactEmail',
  email: 'contactEmail',
  'contact us': 'contactEmail',
  mail: 'contactEmail',
  'linkedin message': 'linkedIn',
  linkedin: 'linkedIn',
  'support ticket': 'supportTicket',
  ticket: 'supportTicket',
  support: 'supportTicket',
  'forwarded intro': 'forwardedIntro',
  referral: 'forwardedIntro',
  intro: 'forwardedIntro',
  chat: 'chat',
  'live chat': 'chat',
  'ai chat': 'chat',
  'interactive demo': 'interactiveDemo',
  manual: 'manual',
  'list import': 'listImport',
  import: 'listImport',
  list: 'listImport',
  migration: 'migration',
  integration: 'integration',
  api: 'integration',
};

/** headerKey(" E-Mail Address ") → "emailaddress": what is left of a header when spelling no longer matters. */
function headerKey(header: string): string {
  return header
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** The first column whose header is one of these names; the names are tried in their order. */
export function findHeader(names: readonly string[], headers: string[]): string | null {
  for (const name of names) {
    const header = headers.find((one) => headerKey(one) === headerKey(name));
    if (header !== undefined) {
      return header;
    }
  }
  return null;
}

/** Guesses a mapping from the headers, and the order of day and month from the first rows. */
export async function guessMapping(file: RowFile): Promise<Mapping> {
  const columns: Record<string, string | null> = Object.create(null) as Record<string, string | null>;
  for (const header of file.headers) {
    columns[header] = null;
  }
  for (const field of leadFieldNames) {
    const free = file.headers.filter((header) => columns[header] === null);
    const header = findHeader(leadFields[field], free);
    if (header !== null) {
      columns[header] = field;
    }
  }
  const dateHeader = headerOf(columns, 'receivedAt');
  const dateOrder = dateHeader === null ? 'monthFirst' : guessDateOrder(await firstCells(file, dateHeader));
  return { mappingFormat: 1, columns, channels: usualChannels, defaultChannel: 'unknown', dateOrder };
}

function headerOf(columns: Record<string, string | null>, field: LeadField): string | null {
  return Object.keys(columns).find((header) => columns[header] === field) ?? null;
}

async function firstCells(file: RowFile, header: string): Promise<string[]> {
  const cells: string[] = [];
  let rows = 0;
  for await (const row of file.rows) {
    rows += 1;
    if (row.kind === 'row') {
      cells.push(row.cells.get(header) ?? '');
    }
    if (rows >= sampleRows) {
      break;
    }
  }
  return cells;
}
