import path from 'node:path';
import type { Installation } from '../../../../sandbox/salesforce/installation/installation.ts';
import { leadRecordOf, readSampleLeads } from '../../../../sandbox/salesforce/installation/sample-leads.ts';
import { mustSave } from '../../../../sandbox/salesforce/installation/must-save.ts';
import { samplePeople } from '../../../../sandbox/salesforce/installation/sample-people.ts';
import { newInstallation } from '../new-installation.ts';

const talkative = path.join(import.meta.dirname, '..', '..', '..', 'salesforce', 'talkative');
const quarterHour = 16 * 60_000;

/** Something that was written where personal values must not be: `SbxIncident__c.found__c`, and what it holds of whom. */
export type Told = { readonly place: string; readonly text: string };

export type PersonalRun = {
  readonly leads: number;
  readonly decided: number;
  readonly incidents: number;
  /** How many texts were looked through. */
  readonly texts: number;
  readonly told: readonly Told[];
};

/**
 * Sends leads of which some are refused by an automation that names the person, and looks for addresses, names and messages in
 * all that was written beside the leads themselves: records, events, logs, messages of jobs.
 */
export async function runWithPersonalWords(count: number): Promise<PersonalRun> {
  const installation = await newInstallation({ beside: [talkative] });
  try {
    const texts = listen(installation);
    const records = (await readSampleLeads())
      .map(leadRecordOf)
      .filter((each) => each.Email !== null)
      .slice(0, count);
    const rated = records.map((each, place) => ({ ...each, ...(ratingOf(place) ?? {}) }));
    for (let start = 0; start < rated.length; start += 200) {
      mustSave('leads', await installation.admin.sobject('Lead').create(rated.slice(start, start + 200)));
    }
    for (let round = 0; round < 6; round += 1) {
      await installation.connected.settled();
      installation.connected.background.advanceTo(installation.org.clock.now() + quarterHour);
    }
    await installation.connected.settled();
    texts.push(...textsOfRecords(installation));
    const people = new Set(samplePeople().map((each) => each.displayName));
    const words = rated.flatMap(wordsOf).filter((each) => !people.has(each));
    return {
      leads: rated.length,
      decided: [...installation.org.store.recordsOf('Lead')].filter(
        (each) => each.fields.get('sbxstate__c') === 'decided',
      ).length,
      incidents: [...installation.org.store.recordsOf('SbxIncident__c')].length,
      texts: texts.length,
      told: texts.filter(({ text }) => words.some((word) => text.includes(word))),
    };
  } finally {
    await installation.close();
  }
}

function ratingOf(place: number): { Rating: string } | null {
  return place % 20 === 7 ? { Rating: 'Hot' } : place % 50 === 11 ? { Rating: 'Warm' } : null;
}

/** Names alone are ordinary words too often; together, and an address or a message, they are that person's. */
function wordsOf(record: Readonly<Record<string, unknown>>): string[] {
  const { FirstName: first, LastName: last, Email: email, SbxMessage__c: message } = record;
  return [
    ...(typeof first === 'string' && typeof last === 'string' ? [`${first} ${last}`] : []),
    ...(typeof email === 'string' ? [email] : []),
    ...(typeof message === 'string' && message.length > 20 ? [message.slice(0, 40)] : []),
  ];
}

/** Remembers every line of a log and every event, which no record keeps. */
function listen({ program, org }: Installation): Told[] {
  const told: Told[] = [];
  const begin = program.begin.bind(program);
  program.begin = (options) => {
    const transaction = begin(options);
    const debug = transaction.debug.bind(transaction);
    transaction.debug = (level, text) => {
      told.push({ place: `log ${level}`, text });
      debug(level, text);
    };
    return transaction;
  };
  const publish = org.events.publish.bind(org.events);
  org.events.publish = (events) => {
    for (const event of events) {
      told.push(...textsOfFields(`event ${event.type.name}`, event.fields));
    }
    return publish(events);
  };
  return told;
}

const personalFields = new Set(['personaltext__c', 'salt__c']);

/** Of our records and of jobs, all but the part of a decision that is there for what is personal. */
function textsOfRecords({ org, connected }: Installation): Told[] {
  const names = [...org.objectNames().filter((name) => /^Sbx\w+__c$/.test(name)), 'AsyncApexJob'];
  return [
    ...names.flatMap((name) => [...org.store.recordsOf(name)].flatMap(({ fields }) => textsOfFields(name, fields))),
    ...connected.background.failures.map((text) => ({ place: 'failure of a job', text })),
  ];
}

function textsOfFields(name: string, fields: Iterable<readonly [string, unknown]>): Told[] {
  return [...fields].flatMap(([field, value]) =>
    typeof value === 'string' && !personalFields.has(field) ? [{ place: `${name}.${field}`, text: value }] : [],
  );
}
