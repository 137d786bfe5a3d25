import type { Int } from '../model/number.ts';
import type { Submission } from '../model/submission.ts';
import { isPlain, lowerPlain } from '../model/text.ts';
import { readDomain } from './read-domain.ts';
import { readEmail, isRoleAddress, type EmailAddress } from './read-email.ts';
import { cleanPersonName, companyKey, known, knownFolded, type PersonName } from './clean-name.ts';
import { countryCode } from './country-code.ts';
import { readBudget, readIndustry, readTimeline } from './read-choice.ts';
import { readJobFunction, readSeniority } from './read-title.ts';
import { messageWords } from './message-words.ts';

/** The lead with one spelling for everything that is compared. What was typed stays in the submission. */
export type InboundLead = {
  submission: Submission;
  name: PersonName;
  email: EmailAddress | null;
  isRoleAddress: boolean;
  /** As typed, tidied; and for comparing. */
  company: string | null;
  companyKey: string | null;
  websiteDomain: string | null;
  country: string | null;
  region: string | null;
  postcode: string | null;
  city: string | null;
  industry: string | null;
  language: string | null;
  seniority: string | null;
  jobFunction: string | null;
  timeline: string | null;
  budget: string | null;
  hasPhone: boolean;
  /** The words of subject and message, folded, in order. */
  words: string[];
};

/** Cleans what was typed, field by field. Nothing is guessed: what can't be read is null. */
export function normalize(submission: Submission): InboundLead {
  const email = readEmail(submission.email);
  return {
    submission: submission,
    name: cleanPersonName(submission.firstName, submission.lastName),
    email: email,
    isRoleAddress: email !== null && isRoleAddress(email.localPart),
    company: known(submission.company),
    companyKey: companyKey(submission.company),
    websiteDomain: readDomain(submission.website),
    country: countryCode(submission.country),
    region: knownFolded(submission.region),
    postcode: knownFolded(submission.postcode),
    city: knownFolded(submission.city),
    industry: readIndustry(submission.industry),
    language: languageCode(submission.language),
    seniority: readSeniority(submission.jobTitle),
    jobFunction: readJobFunction(submission.jobTitle),
    timeline: readTimeline(submission.timeline),
    budget: readBudget(submission.budget),
    hasPhone: countDigits(submission.phone) >= 7,
    words: messageWords(submission.subject, submission.message),
  };
}

/** The first two letters of a language tag. languageCode("de-AT") → "de". */
function languageCode(typed: string | null): string | null {
  const folded = knownFolded(typed);
  if (folded === null || !isPlain(folded) || folded.length < 2) {
    return null;
  }
  return lowerPlain(folded.substring(0, 2));
}

function countDigits(phone: string | null): Int {
  if (phone === null) {
    return 0;
  }
  let digits: Int = 0;
  for (let place: Int = 0; place < phone.length; place += 1) {
    const unit: Int = phone.charCodeAt(place);
    if (unit >= 48 && unit <= 57) {
      digits += 1;
    }
  }
  return digits;
}
