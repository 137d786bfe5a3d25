import { readFileSync } from 'node:fs';
import path from 'node:path';
import { distance } from 'fastest-levenshtein';
import * as z from 'zod';
import type { Channel } from '../../decide/model/submission.ts';
import { leadFieldNames, leadFields, type LeadField } from './lead-field.ts';
import { RunError, type RunMessage } from './run-message.ts';

const channels = [
  'webForm', 'demoRequest', 'contactEmail', 'linkedIn', 'supportTicket', 'forwardedIntro', 'chat', 'interactiveDemo', 'manual',
  'listImport', 'migration', 'integration', 'unknown',
] as const satisfies Channel[];

const mappingSchema = z.strictObject({
  mappingFormat: z.literal(1),
  /** Column header → field; null leaves the column out; "extra:KEY" fills one of the policy's own fields. */
  columns: z.record(z.string(), z.string().nullable()),
  /** The words of the channel column, in lower case. */
  channels: z.record(z.string(), z.enum(channels)),
  defaultChannel: z.enum(channels),
  dateOrder: z.enum(['monthFirst', 'dayFirst']),
});

/** How the columns of a file fill the fields of a submission. A file of its own, to be edited by a person. */
export type Mapping = z.infer<typeof mappingSchema>;

const usualChannels: Record<string, Channel> = {
  'web form': 'webForm', form: 'webForm', website: 'webForm', 'landing page': 'webForm',
  'demo request': 'demoRequest', demo: 'demoRequest', 'book a demo': 'demoRequest',
  'contact email': 'contactEmail', email: 'contactEmail', 'contact us': 'contactEmail', mail: 'contactEmail',
  'linkedin message': 'linkedIn', linkedin: 'linkedIn', 'support ticket': 'supportTicket', ticket: 'supportTicket',
  support: 'supportTicket', 'forwarded intro': 'forwardedIntro', referral: 'forwardedIntro', intro: 'forwardedIntro',
  chat: 'chat', 'live chat': 'chat', 'ai chat': 'chat', 'interactive demo': 'interactiveDemo', manual: 'manual',
  'list import': 'listImport', import: 'listImport', list: 'listImport', migration: 'migration',
  integration: 'integration', api: 'integration',
};

/** headerKey(" E-Mail Address ") → "emailaddress": what is left of a header when spelling no longer matters. */
function headerKey(header: string): string {
  return header.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Guesses a mapping from the headers alone: each field takes the first column whose header is one of its names. */
export function guessMapping(headers: string[]): Mapping {
  const columns: Record<string, string | null> = Object.create(null) as Record<string, string | null>;
  for (const header of headers) {
    columns[header] = null;
  }
  for (const field of leadFieldNames) {
    const header = bestHeader(field, headers, columns);
    if (header !== null) {
      columns[header] = field;
    }
  }
  return { mappingFormat: 1, columns, channels: usualChannels, defaultChannel: 'webForm', dateOrder: 'monthFirst' };
}

function bestHeader(field: LeadField, headers: string[], taken: Record<string, string | null>): string | null {
  for (const name of leadFields[field]) {
    const header = headers.find((one) => taken[one] === null && headerKey(one) === headerKey(name));
    if (header !== undefined) {
      return header;
    }
  }
  return null;
}

/** A mapping that names no column at all can't decide anything. */
export function checkMapping(mapping: Mapping, headers: string[], fileName: string): RunMessage[] {
  const messages: RunMessage[] = [];
  for (const [header, field] of Object.entries(mapping.columns)) {
    if (!headers.includes(header)) {
      messages.push({
        code: 'MAP002',
        about: `mapping, column "${header}"`,
        found: `${path.basename(fileName)} has no such column; it has ${headers.slice(0, 12).join(', ')}`,
        next: 'correct the header in the mapping, or take the line out.',
      });
    }
    if (field !== null && !field.startsWith('extra:') && !leadFieldNames.includes(field as LeadField)) {
      messages.push({
        code: 'MAP003',
        about: `mapping, column "${header}"`,
        found: `"${field}" is no field of a lead; the nearest is "${nearestField(field)}"`,
        next: `use one of ${leadFieldNames.join(', ')}, "extra:KEY" or null.`,
      });
    }
  }
  if (!Object.values(mapping.columns).some((field) => field !== null)) {
    messages.push({
      code: 'MAP001',
      about: `header of ${path.basename(fileName)}`,
      found: `none of its columns is known (${headers.slice(0, 12).join(', ')})`,
      next: 'edit the written mapping.json and run again with --map mapping.json.',
    });
  }
  return messages;
}

function nearestField(typed: string): string {
  let nearest = leadFieldNames[0]!;
  for (const field of leadFieldNames) {
    if (distance(field.toLowerCase(), typed.toLowerCase()) < distance(nearest.toLowerCase(), typed.toLowerCase())) {
      nearest = field;
    }
  }
  return nearest;
}

/** Reads a mapping that a person wrote or edited. */
export function readMapping(file: string): Mapping {
  const parsed = mappingSchema.safeParse(parseJson(file));
  if (!parsed.success) {
    throw new RunError(
      parsed.error.issues.map((issue) => ({
        code: 'MAP004',
        about: `${path.basename(file)}, ${issue.path.join(' → ') || 'the whole file'}`,
        found: issue.message,
        next: 'compare it with the mapping.json of a run without --map. Nothing was decided.',
      })),
    );
  }
  return parsed.data;
}

/** Reads a JSON file that a person gave, with the place where it stops being JSON. */
export function parseJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new RunError([
      {
        code: 'RUN101',
        about: file,
        found: cause instanceof Error && 'code' in cause ? `can't be read (${String(cause.code)})` : "can't be read",
        next: 'check the path. Nothing was decided.',
      },
    ]);
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new RunError([
      {
        code: 'RUN102',
        about: path.basename(file),
        found: `is not JSON: ${cause instanceof Error ? cause.message : 'unreadable'}`,
        next: 'correct it there. Nothing was decided.',
      },
    ]);
  }
}
