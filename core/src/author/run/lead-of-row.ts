import type { OwnerSetter } from '../../decide/model/crm-context.ts';
import type { Problem } from '../../decide/model/problem.ts';
import type { Channel, ExtraValue, Submission } from '../../decide/model/submission.ts';
import { leadFieldNames, type LeadField } from './lead-field.ts';
import type { Mapping } from './mapping.ts';
import { readInstant } from './read-instant.ts';
import { readWhole } from './read-whole.ts';

/** A row with its types fixed: what the engine decides on, and the owner that the file names. */
export type RowLead = { submission: Submission; ownerKey: string | null; ownerSetter: OwnerSetter | null };

type Cells = { byField: Map<LeadField, string>; extras: [string, string][]; problems: Problem[]; mapping: Mapping };

/**
 * Fixes the types of one row, once. What can't be read becomes "not known" and a listed problem; the row is decided all
 * the same.
 */
export function leadOfRow(row: Map<string, string>, line: number, mapping: Mapping, earlierInstant: number): RowLead {
  const cells = sortCells(row, mapping);
  const submission: Submission = {
    submissionKey: text(cells, 'submissionKey') ?? `row-${line}`,
    channel: readChannel(cells),
    receivedAt: readArrival(cells, earlierInstant),
    firstName: text(cells, 'firstName'),
    lastName: text(cells, 'lastName'),
    email: text(cells, 'email'),
    phone: text(cells, 'phone'),
    company: text(cells, 'company'),
    jobTitle: text(cells, 'jobTitle'),
    website: text(cells, 'website'),
    country: text(cells, 'country'),
    region: text(cells, 'region'),
    postcode: text(cells, 'postcode'),
    city: text(cells, 'city'),
    industry: text(cells, 'industry'),
    language: text(cells, 'language'),
    leadSource: text(cells, 'leadSource'),
    campaign: text(cells, 'campaign'),
    entryPage: text(cells, 'entryPage'),
    lastPage: text(cells, 'lastPage'),
    productInterest: text(cells, 'productInterest'),
    currentTool: text(cells, 'currentTool'),
    timeline: text(cells, 'timeline'),
    budget: text(cells, 'budget'),
    buyingGroup: text(cells, 'buyingGroup'),
    subject: text(cells, 'subject'),
    message: text(cells, 'message'),
    employees: whole(cells, 'employees'),
    annualRevenue: whole(cells, 'annualRevenue'),
    teamSize: whole(cells, 'teamSize'),
    expectedValue: whole(cells, 'expectedValue'),
    optedOut: flag(cells, 'optedOut'),
    extras: readExtras(cells),
    activities: [],
    problems: cells.problems,
  };
  const ownerKey = text(cells, 'ownerKey');
  return {
    submission,
    ownerKey: clip(ownerKey),
    ownerSetter: ownerKey === null ? null : setterOf(text(cells, 'ownerSetter')),
  };
}

function sortCells(row: Map<string, string>, mapping: Mapping): Cells {
  const cells: Cells = { byField: new Map(), extras: [], problems: [], mapping };
  for (const [header, cell] of row) {
    const field = Object.hasOwn(mapping.columns, header) ? mapping.columns[header] : null;
    if (field === null || field === undefined || cell.trim() === '') {
      continue;
    }
    if (field.startsWith('extra:')) {
      cells.extras.push([field.slice(6), cell]);
    } else if ((leadFieldNames as string[]).includes(field)) {
      cells.byField.set(field as LeadField, cell);
    }
  }
  return cells;
}

function text(cells: Cells, field: LeadField): string | null {
  return cells.byField.get(field) ?? null;
}

function clip(key: string | null): string | null {
  return key === null ? null : key.trim().slice(0, 80);
}

function whole(cells: Cells, field: LeadField): number | null {
  const typed = cells.byField.get(field);
  if (typed === undefined) {
    return null;
  }
  const reading = readWhole(typed);
  if (reading.kind === 'unreadable') {
    cells.problems.push({ code: 'EDG003', about: field, found: 'no number; taken as not known' });
  }
  return reading.kind === 'whole' ? reading.whole : null;
}

function flag(cells: Cells, field: LeadField): boolean | null {
  const typed = cells.byField.get(field)?.trim().toLowerCase();
  if (typed === undefined) {
    return null;
  }
  if (['true', 'yes', '1', 'y', 'ja', 'oui', 'si'].includes(typed)) {
    return true;
  }
  if (['false', 'no', '0', 'n', 'nein', 'non'].includes(typed)) {
    return false;
  }
  cells.problems.push({ code: 'EDG004', about: field, found: 'neither yes nor no; taken as not known' });
  return null;
}

function readChannel(cells: Cells): Channel {
  const typed = cells.byField.get('channel')?.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
  if (typed === undefined) {
    return cells.mapping.defaultChannel;
  }
  if (Object.hasOwn(cells.mapping.channels, typed)) {
    return cells.mapping.channels[typed]!;
  }
  cells.problems.push({ code: 'EDG002', about: 'channel', found: 'a channel that the mapping does not name' });
  return 'unknown';
}

/** A lead without an arrival time is decided at the time of the row before it. */
function readArrival(cells: Cells, earlierInstant: number): number {
  const typed = cells.byField.get('receivedAt');
  const instant = typed === undefined ? null : readInstant(typed, cells.mapping.dateOrder);
  if (instant !== null) {
    return instant;
  }
  const found = typed === undefined ? 'no arrival time' : 'no instant';
  cells.problems.push({ code: 'EDG001', about: 'receivedAt', found: `${found}; the row before it stands in` });
  return earlierInstant;
}

function readExtras(cells: Cells): ExtraValue[] {
  return cells.extras.map(([fieldKey, cell]) => {
    const reading = readWhole(cell);
    return { fieldKey, text: cell, whole: reading.kind === 'whole' ? reading.whole : null };
  });
}

function setterOf(typed: string | null): OwnerSetter {
  switch (typed?.trim().toLowerCase()) {
    case 'person':
    case 'user':
    case 'manual':
      return 'person';
    default:
      // A file with owners but nobody who set them shows how the past ended, not whom a person chose.
      return 'automation';
  }
}
