import { decided, type SlaState } from '../portal/property-names.ts';
import { axisNames, weightiestReasons, type AxisName } from '../card/weightiest-reasons.ts';
import { isQuiet, performed, type DecidedSubject } from './deciding.ts';
import { plainLine } from './plain-line.ts';
import { tellRule } from './tell-rule.ts';
import { withInstants } from './write-instant.ts';

type Properties = { readonly [property: string]: string };

/** Logical names of core's plan, and where HubSpot has them. Whatever else a plan sets is not ours to write. */
const propertyOfField: ReadonlyMap<string, string> = new Map([
  ['fitScore', decided.fitScore],
  ['engagementScore', decided.engagementScore],
  ['intentScore', decided.intentScore],
  ['capacityScore', decided.capacityScore],
  ['confidence', decided.confidence],
  ['bucket', decided.band],
  ['destination', decided.destination],
]);

const mostReasons = 3;
const mostLineCharacters = 300;

/** Everything a decision writes on its contact and open leads, without the owner. */
export function decidedProperties(told: DecidedSubject): Properties {
  return told.isRepeat
    ? scoreProperties(told)
    : {
        ...recordProperties(told),
        ...scoreProperties(told),
        ...reasonProperties(told),
        ...clockProperties(told),
        ...followingProperties(told),
      };
}

/** What was decided stands on the contact in every mode, so that a reader finds it without the app. */
function recordProperties(told: DecidedSubject): Properties {
  const { decision, record, revision, subject } = told;
  return {
    [decided.decisionId]: decision.plan.decisionKey,
    [decided.decidedAt]: instant(record.decidedAt),
    [decided.mode]: record.mode,
    [decided.record]: decision.decisionText,
    [decided.revision]: `${revision.number} ${revision.hash}`,
    [decided.rule]: plainLine(tellRule(record, told.policy), mostLineCharacters),
    [decided.givenTo]: record.assignment.owner,
    [decided.handedBack]: subject.waiting.handedBackKeys.join(';'),
  };
}

/** A repeat writes these too: scores may have moved within their bands. */
function scoreProperties(told: DecidedSubject): Properties {
  const written: Record<string, string> = {};
  for (const action of performed(told.decision, 'setField')) {
    const property = propertyOfField.get(action.subject);
    if (property !== undefined) {
      written[property] = action.content;
    }
  }
  return written;
}

/** The headline and the weightiest reasons of each axis, a line for each. Only beside the scores that they explain. */
function reasonProperties(told: DecidedSubject): Properties {
  const areScoresSet = performed(told.decision, 'setField').some((action) => propertyOfField.has(action.subject));
  if (!areScoresSet) {
    return {};
  }
  const lines = [told.story.headline, ...axisNames.flatMap((axis) => axisLine(told, axis))];
  return {
    [decided.reasons]: lines
      .map((line) => plainLine(withInstants(line, told.portalTimeZone), mostLineCharacters))
      .join('\n'),
  };
}

/** axisLine(told, 'fit') → ["fit 82: +31 employees 500, +24 industry logistics, −6 website is not known"] */
function axisLine(told: DecidedSubject, axis: AxisName): string[] {
  const reasons = weightiestReasons(told.story, axis, mostReasons);
  const words = reasons.map(({ points, text }) => `${points < 0 ? '−' : '+'}${Math.abs(points)} ${text}`);
  return words.length === 0 ? [] : [`${axis} ${told.record[axis].score}: ${words.join(', ')}`];
}

function clockProperties(told: DecidedSubject): Properties {
  const { clock } = told.decision;
  if (performed(told.decision, 'startClock').length === 0 || isQuiet(told.destination)) {
    return {};
  }
  const running: SlaState = 'running';
  return {
    [decided.slaKey]: clock.slaKey,
    [decided.slaDueAt]: instant(clock.dueAt),
    [decided.slaState]: running,
    [decided.slaOwner]: clock.ownerKey,
  };
}

/**
 * What workflows enrol in and answer with. A live decision that asks for neither takes away what an earlier one asked for, or a
 * workflow would go on by it.
 */
function followingProperties(told: DecidedSubject): Properties {
  if (performed(told.decision, 'startClock').length === 0) {
    return {};
  }
  return {
    [decided.campaign]: performed(told.decision, 'enrol')[0]?.subject ?? '',
    [decided.reply]: performed(told.decision, 'reply')[0]?.subject ?? '',
  };
}

function instant(at: number): string {
  return new Date(at).toISOString();
}
