import type { Int } from '../model/number.ts';
import type { Submission } from '../model/submission.ts';
import { readDomain } from './read-domain.ts';
import { readEmail, isRoleAddress, type EmailAddress } from './read-email.ts';
import { cleanPersonName, companyKey, known, knownFolded, type PersonName } from './clean-name.ts';
import { countryCode } from './country-code.ts';
import { readBudget, readIndustry, readTimeline } from './read-choice.ts';
import { readJobFunction, readSeniority } from './read-title.ts';
import { languageCode } from './language-code.ts';
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
  /** Whether something was typed for the country, readable or not: the domain's ending then does not stand in. */
  isCountryTyped: boolean;
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
  const country = countryCode(submission.country);
  const isCountryTyped = knownFolded(submission.country) !== null;
  noteUnread(submission, 'NRM001', 'email', email === null && knownFolded(submission.email) !== null);
  noteUnread(submission, 'NRM002', 'country', country === null && isCountryTyped);
  return {
    submission: submission,
    name: cleanPersonName(submission.firstName, submission.lastName),
    email: email,
    isRoleAddress: email !== null && isRoleAddress(email.localPart),
    company: known(submission.company),
    companyKey: companyKey(submission.company),
    websiteDomain: readDomain(submission.website),
    country: country,
    isCountryTyped: isCountryTyped,
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
    words: messageWords(submission.subject, submission.message, submission.channel !== 'forwardedIntro'),
  };
}

/** What was typed but can't be read is listed, once: a record that is decided again already lists it. */
function noteUnread(submission: Submission, code: string, about: string, isUnread: boolean): void {
  if (!isUnread) {
    return;
  }
  for (const problem of submission.problems) {
    if (problem.code === code) {
      return;
    }
  }
  submission.problems.push({ code: code, about: about, found: 'typed, but not readable; taken as not known' });
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
