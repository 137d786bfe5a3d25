import { checkPolicy, assemble, flatten } from '../../core/src/decide/index.ts';
import { fold, squeeze } from '../../core/src/decide/model/fold.ts';
import { clipWritten, mendSurrogates, quote } from '../../core/src/decide/model/json-text.ts';
import { quotient, readLong } from '../../core/src/decide/model/number.ts';
import { wordsOf } from '../../core/src/decide/model/words.ts';
import { cleanPersonName, companyKey, isFiller } from '../../core/src/decide/normalize/clean-name.ts';
import { countryCode, countryOfDomain } from '../../core/src/decide/normalize/country-code.ts';
import { messageWords } from '../../core/src/decide/normalize/message-words.ts';
import { readBudget, readIndustry, readTimeline } from '../../core/src/decide/normalize/read-choice.ts';
import { readDomain } from '../../core/src/decide/normalize/read-domain.ts';
import { isRoleAddress, readEmail } from '../../core/src/decide/normalize/read-email.ts';
import { readJobFunction, readSeniority } from '../../core/src/decide/normalize/read-title.ts';
import { policyOf } from './fixtures.ts';
import { recordOfText } from '../../core/src/author/run/read-record.ts';
import { tellStory } from '../../core/src/decide/record/tell-story.ts';
import { decideGiven, questionOf, type Given } from './given.ts';
import { patched, type Patch } from './patch.ts';
import { nextTurns } from './turns.ts';

type Call = (...given: never[]) => unknown;

/** The functions that cases name. */
export const calls: Readonly<Record<string, Call>> = {
  fold,
  squeeze,
  wordsOf,
  quote,
  clipWritten,
  mendSurrogates,
  quotient,
  readLong,
  readEmail,
  isRoleAddress,
  readDomain,
  cleanPersonName,
  companyKey,
  isFiller,
  countryCode,
  countryOfDomain,
  readIndustry,
  readTimeline,
  readBudget,
  readSeniority,
  readJobFunction,
  messageWords,
  nextTurns,
  /** The story of a decision: its headline, then each line behind the title of its section. */
  tellGiven(given: Given): string[] {
    const { policy, reps } = questionOf(given);
    const story = tellStory(recordOfText(decideGiven(given).decisionText), policy, { reps });
    const lines = story.sections.flatMap(({ title, lines: told }) => told.map(({ text }) => `${title}: ${text}`));
    return [story.headline, ...lines];
  },
  /** The codes and places of what is wrong with the small policy after a patch. */
  checkPatched(patch: Patch[]): string[] {
    return checkPolicy(patched(policyOf('small'), patch)).map(({ code, about }) => `${code} ${about}`);
  },
  /** The same for the policy's rows. */
  assemblePatched(patch: Patch[]): string[] {
    const rows = patched(flatten(policyOf('small')), patch);
    return assemble(rows).problems.map(({ code, about }) => `${code} ${about}`);
  },
};
