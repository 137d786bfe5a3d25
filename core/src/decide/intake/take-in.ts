import { clipWritten, mendSurrogates, writtenSize } from '../model/json-text.ts';
import { printLong, type Int, type Long } from '../model/number.ts';
import type { Problem } from '../model/problem.ts';
import type { Activity, ExtraValue, Submission } from '../model/submission.ts';
import { isQuotable, isWellFormed, orderTexts } from '../model/text.ts';

/** Sizes are in characters as the record writes them, so that every record stays below its own size. */
const shortField: Int = 120;
const mostWritten: Int = 2600;
const mostExtras: Int = 12;
const mostActivities: Int = 20;
const mostProblems: Int = 6;
const mostSignalKey: Int = 40;
/** Numbers beyond this are no count of anything: 2^53 stays far away from every sum. */
const largestNumber: Long = 1000000000000;

/** From here instants are counted back, so that the latest comes first as a text: all of them are 16 digits long. */
const countBackFrom: Long = 9000000000000000;
const latestInstant: Long = 8000000000000;

/** What is left of the room for this lead's own words, and what had to be noted on the way. */
type Intake = { room: Int; problems: Problem[] };

/**
 * Takes a submission in: surrogates that stand alone are mended, texts are cut to the room a record has, numbers that
 * count nothing become "not known". Nothing is refused; each change is listed as a problem. Taking in twice changes
 * nothing more.
 */
export function takeIn(submission: Submission): Submission {
  const intake: Intake = { room: mostWritten, problems: [] };
  for (const problem of submission.problems) {
    addProblem(intake, problem.code, problem.about, problem.found);
  }
  const taken: Submission = {
    submissionKey: takeText(intake, 'submissionKey', submission.submissionKey, shortField) ?? '',
    channel: submission.channel,
    receivedAt: submission.receivedAt,
    email: takeText(intake, 'email', submission.email, 254),
    firstName: takeText(intake, 'firstName', submission.firstName, shortField),
    lastName: takeText(intake, 'lastName', submission.lastName, shortField),
    company: takeText(intake, 'company', submission.company, shortField),
    jobTitle: takeText(intake, 'jobTitle', submission.jobTitle, shortField),
    phone: takeText(intake, 'phone', submission.phone, 40),
    website: takeText(intake, 'website', submission.website, shortField),
    country: takeText(intake, 'country', submission.country, shortField),
    region: takeText(intake, 'region', submission.region, shortField),
    postcode: takeText(intake, 'postcode', submission.postcode, 20),
    city: takeText(intake, 'city', submission.city, shortField),
    industry: takeText(intake, 'industry', submission.industry, shortField),
    language: takeText(intake, 'language', submission.language, 40),
    leadSource: takeText(intake, 'leadSource', submission.leadSource, shortField),
    campaign: takeText(intake, 'campaign', submission.campaign, shortField),
    entryPage: takeText(intake, 'entryPage', submission.entryPage, shortField),
    lastPage: takeText(intake, 'lastPage', submission.lastPage, shortField),
    productInterest: takeText(intake, 'productInterest', submission.productInterest, shortField),
    currentTool: takeText(intake, 'currentTool', submission.currentTool, shortField),
    timeline: takeText(intake, 'timeline', submission.timeline, shortField),
    budget: takeText(intake, 'budget', submission.budget, shortField),
    buyingGroup: takeText(intake, 'buyingGroup', submission.buyingGroup, shortField),
    employees: takeNumber(intake, 'employees', submission.employees),
    annualRevenue: takeNumber(intake, 'annualRevenue', submission.annualRevenue),
    teamSize: takeNumber(intake, 'teamSize', submission.teamSize),
    expectedValue: takeNumber(intake, 'expectedValue', submission.expectedValue),
    optedOut: submission.optedOut,
    extras: takeExtras(intake, submission.extras),
    activities: takeActivities(intake, submission.activities),
    subject: takeText(intake, 'subject', submission.subject, 200),
    message: takeText(intake, 'message', submission.message, mostWritten),
    problems: intake.problems,
  };
  return taken;
}

function addProblem(intake: Intake, code: string, about: string, found: string): void {
  if (intake.problems.length < mostProblems) {
    intake.problems.push({
      code: clipWritten(mendSurrogates(code), 10),
      about: clipWritten(mendSurrogates(about), 40),
      found: clipWritten(mendSurrogates(found), 90),
    });
  }
}

function takeText(intake: Intake, field: string, text: string | null, most: Int): string | null {
  if (text === null) {
    return null;
  }
  const room: Int = intake.room < most ? intake.room : most;
  if (text.length <= room && isQuotable(text)) {
    intake.room -= text.length;
    return text.length === 0 ? null : text;
  }
  const sound = mend(intake, field, text);
  const size: Int = writtenSize(sound);
  if (size <= room) {
    intake.room -= size;
    return sound;
  }
  const kept = clipWritten(sound, room);
  addProblem(intake, 'INT002', field, 'longer than its room; the rest is not considered');
  intake.room -= writtenSize(kept);
  return kept.length === 0 ? null : kept;
}

function mend(intake: Intake, field: string, text: string): string {
  if (isWellFormed(text)) {
    return text;
  }
  addProblem(intake, 'INT001', field, 'half of a character; replaced by a mark');
  return mendSurrogates(text);
}

function takeNumber(intake: Intake, field: string, amount: Long | null): Long | null {
  if (amount === null) {
    return null;
  }
  if (amount < 0 || amount > largestNumber) {
    addProblem(intake, 'INT003', field, 'a number that counts nothing');
    return null;
  }
  return amount;
}

function takeExtras(intake: Intake, extras: ExtraValue[]): ExtraValue[] {
  const taken: ExtraValue[] = [];
  for (const extra of extras) {
    if (taken.length === mostExtras) {
      addProblem(intake, 'INT004', 'extras', 'more own fields than a record holds');
      return taken;
    }
    taken.push({
      fieldKey: takeText(intake, 'extras', extra.fieldKey, 80) ?? '',
      text: takeText(intake, extra.fieldKey, extra.text, shortField),
      whole: takeNumber(intake, extra.fieldKey, extra.whole),
    });
  }
  return taken;
}

/** The latest count; of equal instants the first in the given order. */
function takeActivities(intake: Intake, activities: Activity[]): Activity[] {
  if (activities.length <= mostActivities) {
    return clipSignals(activities);
  }
  addProblem(intake, 'INT005', 'activities', 'more activities than a record holds; the latest count');
  const latestFirst: string[] = [];
  for (const activity of activities) {
    latestFirst.push(printLong(countBackFrom - sensibleInstant(activity.occurredAt)));
  }
  const taken: Activity[] = [];
  for (const place of orderTexts(latestFirst)) {
    if (taken.length < mostActivities) {
      taken.push(activities[place]!);
    }
  }
  return clipSignals(taken);
}

/** Years before 1970 and after 2223 are slips; as far as order goes they stand at the ends. */
function sensibleInstant(instant: Long): Long {
  if (instant < 0) {
    return 0;
  }
  return instant > latestInstant ? latestInstant : instant;
}

function clipSignals(activities: Activity[]): Activity[] {
  const taken: Activity[] = [];
  for (const activity of activities) {
    const isShort = activity.signalKey.length <= mostSignalKey && isQuotable(activity.signalKey);
    taken.push(isShort ? activity : withShortKey(activity));
  }
  return taken;
}

function withShortKey(activity: Activity): Activity {
  return {
    signalKey: clipWritten(mendSurrogates(activity.signalKey), mostSignalKey),
    occurredAt: activity.occurredAt,
    occurrences: activity.occurrences,
  };
}
