import type { Submission } from '../../../core/src/decide/model/submission.ts';
import { isCall, readTopics, type CallCase, type DecideCase } from '../../cases/topics.ts';

/** The fields of a submission that hold one typed text. */
export type TextField = {
  [Field in keyof Submission]: Submission[Field] extends string | null ? Field : never;
}[keyof Submission];

export type TypedField = Exclude<TextField, 'submissionKey' | 'channel'>;

/** Which fields the functions that cases call read their arguments from. */
const fieldsByCall: Readonly<Record<string, readonly TypedField[]>> = {
  countryCode: ['country'],
  countryOfDomain: ['website'],
  readIndustry: ['industry'],
  readTimeline: ['timeline'],
  readBudget: ['budget'],
  readEmail: ['email'],
  readDomain: ['website'],
  cleanPersonName: ['firstName', 'lastName'],
  companyKey: ['company'],
  isFiller: ['company'],
  readSeniority: ['jobTitle'],
  readJobFunction: ['jobTitle'],
  messageWords: ['subject', 'message'],
  fold: ['region'],
  squeeze: ['company'],
  wordsOf: ['message'],
  quote: ['lastName'],
  clipWritten: ['city'],
  mendSurrogates: ['buyingGroup'],
};

/** What no case types, and what only decides together with a word beside it. */
const besides: Readonly<Partial<Record<TypedField, readonly string[]>>> = {
  jobTitle: [
    'Manager, Assistant to the CEO',
    'Director and Founder',
    'Founder, Director',
    'Vice President',
    'Product Owner',
    'chef de projet',
  ],
  timeline: ['18 months', 'in 3 Monaten', '3 months or later', 'not now', 'q2 or next year', '2 mois'],
  budget: ['not approved', 'about 5', '0'],
  entryPage: ['/pricing?email=ana@corp.co.uk#top', '#top', '?'],
  lastPage: ['/demo#x?y'],
  company: ['GmbH', 'Inc.', 'A/S', 'Søn & Co. KG', '-'],
  website: ['https://corp.museum', 'http://corp.co.uk:8080/x', 'corp.turkiye'],
  message: ['Please look:\n> we need a quote\nthanks', 'fine\n-----Original Message-----\nI forgot my password'],
};

const untyped: readonly string[] = ['submissionKey', 'channel', 'receivedAt'];

/** Texts by the field they are typed in: what the cases type there, and some more. */
export const typedTexts: ReadonlyMap<TypedField, readonly string[]> = gatherTexts();

function gatherTexts(): Map<TypedField, string[]> {
  const texts = new Map<TypedField, string[]>();
  const add = (field: TypedField, text: unknown): void => {
    if (typeof text === 'string') {
      texts.set(field, [...(texts.get(field) ?? []), text]);
    }
  };
  for (const one of readTopics().flatMap(({ topic }) => topic.cases)) {
    for (const [field, text] of isCall(one) ? argumentsOf(one) : changesOf(one)) {
      add(field, text);
    }
  }
  for (const [field, more] of Object.entries(besides) as [TypedField, readonly string[]][]) {
    more.forEach((text) => add(field, text));
  }
  return texts;
}

function argumentsOf(one: CallCase): [TypedField, unknown][] {
  return (fieldsByCall[one.call] ?? []).map((field, place) => [field, one.given[place]]);
}

function changesOf({ given }: DecideCase): [TypedField, unknown][] {
  const changes = typeof given.lead === 'object' ? Object.entries(given.lead.but) : [];
  return changes.filter(([name]) => !untyped.includes(name)).map(([name, text]) => [name as TypedField, text]);
}
