import path from 'node:path';
import * as z from 'zod';
import type { Channel } from '../../decide/model/submission.ts';
import type { Policy } from '../../decide/model/policy.ts';
import { similarNames } from '../policy/similar-names.ts';
import { leadFieldNames, type LeadField } from './lead-field.ts';
import { readJsonFile, schemaMessages, type JsonFile } from './read-json-file.ts';
import { RunError, type RunMessage } from './run-message.ts';

export const channels = [
  'webForm',
  'demoRequest',
  'contactEmail',
  'linkedIn',
  'supportTicket',
  'forwardedIntro',
  'chat',
  'interactiveDemo',
  'manual',
  'listImport',
  'migration',
  'integration',
  'unknown',
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

/** A mapping with the places of its values, for messages. */
export type PlacedMapping = { mapping: Mapping; place: (steps: PropertyKey[]) => string };

/** Reads a mapping that a person wrote or edited. */
export function readMapping(file: string): PlacedMapping {
  const read = readJsonFile(file, '--map');
  const parsed = mappingSchema.safeParse(read.value);
  if (!parsed.success) {
    const channelMessages = unknownChannels(read);
    const next = `compare it with the mapping.json of a run without --map. Nothing was decided.`;
    const others = schemaMessages('MAP004', read, parsed.error, next).filter(
      (message) => !message.found.includes('"webForm"'),
    );
    throw new RunError([...channelMessages, ...others]);
  }
  return { mapping: parsed.data, place: read.place };
}

/** zod lists all channels; the nearest one helps more. */
function unknownChannels(read: JsonFile): RunMessage[] {
  const { channels: words, defaultChannel } = (read.value ?? {}) as Partial<Record<string, unknown>>;
  const named: [PropertyKey[], unknown][] = [[['defaultChannel'], defaultChannel]];
  if (typeof words === 'object' && words !== null) {
    named.push(
      ...Object.entries(words).map(([word, channel]): [PropertyKey[], unknown] => [['channels', word], channel]),
    );
  }
  return named
    .filter(([, channel]) => !(channels as readonly unknown[]).includes(channel))
    .map(([steps, channel]) => ({
      code: 'MAP007',
      about: `${read.place(steps)}, ${steps.map(String).join(' → ')}`,
      found: `${JSON.stringify(channel)} is no channel${similarWords(typeof channel === 'string' ? channel : '', channels)}`,
      next: `use one of ${channels.join(', ')}. Nothing was decided.`,
    }));
}

/** What is wrong between a mapping and the file and policy that it is for. */
export function checkMapping({ mapping, place }: PlacedMapping, headers: string[], leadsFile: string): RunMessage[] {
  const messages: RunMessage[] = [];
  const filledBy = new Map<string, string>();
  const name = path.basename(leadsFile);
  for (const [header, field] of Object.entries(mapping.columns)) {
    const about = `${place(['columns', header])}, column "${header}"`;
    if (!headers.includes(header)) {
      const found = `${name} has no such column${similarWords(header, headers)}`;
      const next = `correct the name, or take the line out; the columns are ${shortList(headers)}. Nothing was decided.`;
      messages.push({ code: 'MAP002', about, found, next });
    }
    if (field !== null && !field.startsWith('extra:') && !leadFieldNames.includes(field as LeadField)) {
      const found = `"${field}" is no field of a lead${similarWords(field, leadFieldNames)}`;
      const next = `use one of ${leadFieldNames.join(', ')}, "extra:KEY" or null. Nothing was decided.`;
      messages.push({ code: 'MAP003', about, found, next });
    }
    const other = field === null ? undefined : filledBy.get(field);
    if (other !== undefined) {
      const found = `"${field}" is filled by column "${other}" already`;
      messages.push({ code: 'MAP005', about, found, next: 'set one of the two to null. Nothing was decided.' });
    } else if (field !== null) {
      filledBy.set(field, header);
    }
  }
  if (filledBy.size === 0 && messages.length === 0) {
    messages.push({
      code: 'MAP001',
      about: `header of ${name}`,
      found: `none of its columns is known (${shortList(headers)})`,
      next: 'name a field for some of them in the mapping and give it with --map. Nothing was decided.',
    });
  }
  return messages;
}

/** Own fields that the policy does not have would be lost without a word. */
export function checkOwnFields({ mapping, place }: PlacedMapping, policy: Policy): RunMessage[] {
  const known = policy.fields.map((field) => field.fieldKey);
  return Object.entries(mapping.columns)
    .filter(([, field]) => field?.startsWith('extra:') === true && !known.includes(field.slice(6)))
    .map(([header, field]) => ({
      code: 'MAP006',
      about: `${place(['columns', header])}, column "${header}"`,
      found: `the policy has no own field "${field!.slice(6)}"${similarWords(field!.slice(6), known)}`,
      next: `add it to the policy's "fields", or set the column to null. Nothing was decided.`,
    }));
}

function similarWords(typed: string, known: readonly string[]): string {
  const similar = similarNames(typed, known);
  return similar.length === 0 ? '' : `; similar: ${similar.join(', ')}`;
}

function shortList(names: string[]): string {
  return names.length <= 12 ? names.join(', ') : `${names.slice(0, 12).join(', ')} and ${names.length - 12} more`;
}

/** The part of a mapping that a decision can depend on, as a text: a column that is left out does not count. */
export function mappingText(mapping: Mapping): string {
  const used = Object.entries(mapping.columns).filter(([, field]) => field !== null);
  const words = Object.entries(mapping.channels);
  return JSON.stringify([used.sort(byName), words.sort(byName), mapping.defaultChannel, mapping.dateOrder]);
}

function byName([one]: [string, unknown], [other]: [string, unknown]): number {
  return one < other ? -1 : 1;
}
