import { describe, expect, test } from '@jest/globals';
import { calls } from '../cases/calls.ts';
import { compileClasses, readEngineClasses } from './decide-in-apex.ts';
import { drawTexts } from './generate/odd-texts.ts';
import { plainOf } from './plain-of-apex.ts';

/** The functions that read what people type, with the class they are compiled to and how many texts they take. */
const readers: readonly [name: keyof typeof calls, className: string, count: number][] = [
  ['cleanPersonName', 'SbxCleanName', 2],
  ['companyKey', 'SbxCleanName', 1],
  ['isFiller', 'SbxCleanName', 1],
  ['readEmail', 'SbxReadEmail', 1],
  ['readDomain', 'SbxReadDomain', 1],
  ['countryCode', 'SbxCountryCode', 1],
  ['countryOfDomain', 'SbxCountryCode', 1],
  ['readIndustry', 'SbxReadChoice', 1],
  ['readTimeline', 'SbxReadChoice', 1],
  ['readBudget', 'SbxReadChoice', 1],
  ['readSeniority', 'SbxReadTitle', 1],
  ['readJobFunction', 'SbxReadTitle', 1],
  ['fold', 'SbxFold', 1],
  ['squeeze', 'SbxFold', 1],
  ['wordsOf', 'SbxWords', 1],
  ['isRoleAddress', 'SbxReadEmail', 1],
  ['quote', 'SbxJsonText', 1],
  ['mendSurrogates', 'SbxJsonText', 1],
];

/** Leads are typed with the texts of the cases; here the marks that readers look for stand where nobody would put them. */
describe('both engines read odd texts alike', () => {
  const transaction = compileClasses(readEngineClasses()).begin();

  test.each(readers)('%s', (name, className, count) => {
    const call = calls[name] as (...given: (string | null)[]) => unknown;
    for (const given of drawTexts(4_000, count)) {
      const read = plainOf(transaction.call(className, name, given));
      expect({ given, read }).toEqual({ given, read: plainOf(call(...given)) });
    }
  });
});
