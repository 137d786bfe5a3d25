import type { Condition, FieldDefinition } from '../model/condition.ts';
import { none } from '../model/decision-context.ts';
import { confidencePosition, fitScorePosition, standardFields } from '../model/fact-sheet.ts';
import { fold } from '../model/fold.ts';
import { toInt, toLong, type Int, type Long } from '../model/number.ts';
import { inquiryTypes } from '../model/choices.ts';
import type { EscalationStep, Experiment, Guard, PhraseHint, Policy, Pool, PoolMember, Rule } from '../model/policy.ts';
import type {
  PhraseStart,
  PreparedAttribute,
  PreparedBin,
  PreparedCondition,
  PreparedPolicy,
  PreparedPool,
  PreparedRule,
  PreparedScorecard,
  PreparedSla,
  PreparedTest,
  ScoreCut,
} from '../model/prepared-policy.ts';
import type { Axis, Bin, ScoreAttribute, Scorecard } from '../model/scorecard.ts';
import { orderTexts } from '../model/text.ts';
import { readLogic } from '../model/read-logic.ts';

const conditionLetters: string = 'abcdefghijklmnopqrstuvwxyz';

/** All fields a policy may name: the standard ones, then its own. */
export function allFields(policy: Policy): FieldDefinition[] {
  const fields = standardFields();
  for (const field of policy.fields) {
    fields.push(field);
  }
  return fields;
}

/**
 * Looks every name of a checked policy up once, so that deciding a lead only reads positions. The result serves any
 * number of leads and is not part of any hash.
 */
export function prepare(policy: Policy): PreparedPolicy {
  const fields = allFields(policy);
  const prepared: PreparedPolicy = {
    policy: policy,
    fields: fields,
    fieldPositions: new Map<string, Int>(),
    recordedPositions: [],
    scorecards: [],
    signalPositions: new Map<string, Int>(),
    phrasesByWord: new Map<string, PhraseStart>(),
    phrases: [],
    tiers: [],
    territories: [],
    rules: [],
    guards: activeGuards(policy.guards),
    cells: policy.cells,
    destinationPositions: new Map<string, Int>(),
    inquiryDestinations: new Map<string, string>(),
    slaPositions: new Map<string, Int>(),
    slas: [],
    poolPositions: new Map<string, Int>(),
    pools: [],
    questionPositions: new Map<string, Int>(),
    activeExperiment: firstActive(policy.experiments),
  };
  indexNames(prepared);
  prepareScores(prepared);
  preparePhrases(prepared);
  prepareRouting(prepared);
  return prepared;
}

function activeGuards(guards: Guard[]): Guard[] {
  const active: Guard[] = [];
  for (const guard of guards) {
    if (guard.isActive) {
      active.push(guard);
    }
  }
  return active;
}

function firstActive(experiments: Experiment[]): Experiment | null {
  for (const experiment of experiments) {
    if (experiment.isActive) {
      return experiment;
    }
  }
  return null;
}

function indexNames(prepared: PreparedPolicy): void {
  const policy = prepared.policy;
  for (let position: Int = 0; position < prepared.fields.length; position += 1) {
    const field = prepared.fields[position]!;
    prepared.fieldPositions.set(field.fieldKey, position);
    if (!field.isPersonal && !isScorePosition(position)) {
      prepared.recordedPositions.push(position);
    }
  }
  for (let position: Int = 0; position < policy.signals.length; position += 1) {
    prepared.signalPositions.set(policy.signals[position]!.signalKey, position);
  }
  for (let position: Int = 0; position < policy.destinations.length; position += 1) {
    prepared.destinationPositions.set(policy.destinations[position]!.destinationKey, position);
  }
  for (let position: Int = 0; position < policy.pools.length; position += 1) {
    prepared.poolPositions.set(policy.pools[position]!.poolKey, position);
  }
  for (let position: Int = 0; position < policy.questions.length; position += 1) {
    prepared.questionPositions.set(policy.questions[position]!.fieldKey, position);
  }
  for (const route of policy.inquiryRoutes) {
    prepared.inquiryDestinations.set(route.inquiryType, route.destinationKey);
  }
}

function isScorePosition(position: Int): boolean {
  return position >= fitScorePosition && position <= confidencePosition;
}

function prepareScores(prepared: PreparedPolicy): void {
  for (const card of prepared.policy.scorecards) {
    prepared.scorecards.push(prepareScorecard(card, prepared));
  }
}

function prepareScorecard(card: Scorecard, prepared: PreparedPolicy): PreparedScorecard {
  const attributes: PreparedAttribute[] = [];
  let totalRange: Int = 0;
  for (const attribute of card.attributes) {
    const preparedAttribute = prepareAttribute(attribute, prepared);
    totalRange += preparedAttribute.pointRange;
    attributes.push(preparedAttribute);
  }
  const high: Int = highFrom(card.axis, prepared);
  return {
    card: card,
    attributes: attributes,
    totalRange: totalRange,
    highFrom: high,
    cuts: cutsOf(card.axis, high, prepared.policy.rules),
  };
}

/** Where a rule asks a score of an axis, the decision may turn at the ends it names. */
function cutsOf(axis: Axis, high: Int, rules: Rule[]): ScoreCut[] {
  const cuts: ScoreCut[] = [{ score: high, rulePositions: [] }];
  let rulePosition: Int = 0;
  for (const rule of rules) {
    if (rule.isActive) {
      for (const condition of rule.conditions) {
        if (condition.fieldKey === `${axis}Score`) {
          addCut(cuts, condition.low, rulePosition);
          addCut(cuts, condition.high === null ? null : condition.high + 1, rulePosition);
        }
      }
      rulePosition += 1;
    }
  }
  return cuts;
}

function addCut(cuts: ScoreCut[], score: Long | null, rulePosition: Int): void {
  if (score === null || score < 0 || score > 101) {
    return;
  }
  for (const known of cuts) {
    if (toLong(known.score) === score) {
      known.rulePositions.push(rulePosition);
      return;
    }
  }
  cuts.push({ score: toInt(score), rulePositions: [rulePosition] });
}

function highFrom(axis: Axis, prepared: PreparedPolicy): Int {
  const thresholds = prepared.policy.thresholds;
  switch (axis) {
    case 'fit':
      return thresholds.fitHigh;
    case 'engagement':
      return thresholds.engagementHigh;
    case 'intent':
      return thresholds.intentHigh;
    default:
      return thresholds.capacityHigh;
  }
}

function prepareAttribute(attribute: ScoreAttribute, prepared: PreparedPolicy): PreparedAttribute {
  const fieldPosition: Int = prepared.fieldPositions.get(attribute.fieldKey) ?? 0;
  const bins: PreparedBin[] = [];
  let best: Int = attribute.otherPoints;
  let worst: Int = attribute.otherPoints;
  let largestVariance: Int = 0;
  for (const bin of attribute.bins) {
    bins.push({ low: bin.low, high: bin.high, points: bin.points });
    best = bin.points > best ? bin.points : best;
    worst = bin.points < worst ? bin.points : worst;
    largestVariance = bin.varianceHundredths > largestVariance ? bin.varianceHundredths : largestVariance;
  }
  return {
    fieldPosition: fieldPosition,
    isNumber: prepared.fields[fieldPosition]!.fieldType === 'number',
    bins: bins,
    binByText: binByText(attribute.bins),
    otherPoints: attribute.otherPoints,
    missingPoints: attribute.missingPoints,
    pointRange: best - worst,
    largestVariance: largestVariance,
  };
}

/** Of two bins with one text the first counts. */
function binByText(bins: Bin[]): Map<string, Int> {
  const positions = new Map<string, Int>();
  for (let position: Int = 0; position < bins.length; position += 1) {
    for (const text of bins[position]!.texts) {
      const folded = fold(text);
      if (!positions.has(folded)) {
        positions.set(folded, position);
      }
    }
  }
  return positions;
}

/** Nothing is ever added to it: most conditions and bins have no texts. */
const noTexts: Map<string, boolean> = new Map<string, boolean>();

function foldedSet(texts: string[]): Map<string, boolean> {
  if (texts.length === 0) {
    return noTexts;
  }
  const folded = new Map<string, boolean>();
  for (const text of texts) {
    folded.set(fold(text), true);
  }
  return folded;
}

/** Phrases are written as messages are read, word by word (POL133), so that only their first two words have to be found. */
function preparePhrases(prepared: PreparedPolicy): void {
  for (const phraseList of prepared.policy.phraseLists) {
    const typePosition: Int = inquiryTypePosition(phraseList.hintsAt);
    for (const phrase of phraseList.phrases) {
      const laterWords = addPhrase(prepared.phrasesByWord, phrase, prepared.phrases.length);
      prepared.phrases.push({
        laterWords: laterWords,
        hintsAt: phraseList.hintsAt,
        typePosition: typePosition,
        points: phraseList.points,
      });
    }
  }
}

/** Where a hint stands among the inquiry types that points are counted for; -1 for `unknown` and for hints that are none. */
function inquiryTypePosition(hintsAt: PhraseHint): Int {
  for (let position: Int = 0; position < inquiryTypes.length - 1; position += 1) {
    if (inquiryTypes[position]! === hintsAt) {
      return position;
    }
  }
  return none;
}

/** Puts a phrase under its first two words and answers what follows them. */
function addPhrase(phrasesByWord: Map<string, PhraseStart>, phrase: string, position: Int): string | null {
  const blank: Int = phrase.indexOf(' ');
  const start = startOf(phrasesByWord, blank < 0 ? phrase : phrase.substring(0, blank));
  if (blank < 0) {
    start.alone.push(position);
    return null;
  }
  const others = phrase.substring(blank + 1);
  const nextBlank: Int = others.indexOf(' ');
  const secondWord = nextBlank < 0 ? others : others.substring(0, nextBlank);
  const bySecondWord = start.bySecondWord ?? new Map<string, Int[]>();
  start.bySecondWord = bySecondWord;
  const known = bySecondWord.get(secondWord) ?? null;
  if (known === null) {
    bySecondWord.set(secondWord, [position]);
  } else {
    known.push(position);
  }
  return nextBlank < 0 ? null : others.substring(nextBlank + 1);
}

function startOf(phrasesByWord: Map<string, PhraseStart>, word: string): PhraseStart {
  const known = phrasesByWord.get(word) ?? null;
  if (known !== null) {
    return known;
  }
  const start: PhraseStart = { alone: [], bySecondWord: null };
  phrasesByWord.set(word, start);
  return start;
}

function prepareRouting(prepared: PreparedPolicy): void {
  const policy = prepared.policy;
  for (const tier of policy.tiers) {
    prepared.tiers.push(prepareTest(tier.conditions, tier.logic, prepared));
  }
  for (const territory of policy.territories) {
    prepared.territories.push(prepareTest(territory.conditions, territory.logic, prepared));
  }
  for (const rule of policy.rules) {
    if (rule.isActive) {
      const preparedRule: PreparedRule = {
        rule: rule,
        asked: prepareTest(rule.conditions, rule.logic, prepared),
      };
      prepared.rules.push(preparedRule);
    }
  }
  prepareSlas(prepared);
  for (const pool of policy.pools) {
    prepared.pools.push(preparePool(pool, prepared));
  }
}

/** Conditions ready to be asked. Exported for those who judge conditions outside a policy. */
export function prepareTest(conditions: Condition[], logic: string, prepared: PreparedPolicy): PreparedTest {
  const asked: PreparedTest = { conditions: [], steps: [], isConjunction: true };
  for (let position: Int = 0; position < conditions.length; position += 1) {
    asked.conditions.push(prepareCondition(conditions[position]!, position, prepared));
  }
  asked.steps = readLogic(logic, conditions.length).steps;
  asked.isConjunction = asked.steps.length === 0;
  return asked;
}

function prepareCondition(condition: Condition, position: Int, prepared: PreparedPolicy): PreparedCondition {
  const fieldPosition: Int = prepared.fieldPositions.get(condition.fieldKey) ?? 0;
  const letter = conditionLetters.substring(position, position + 1);
  const texts: string[] = [];
  for (const text of condition.texts) {
    texts.push(fold(text));
  }
  return {
    fieldPosition: fieldPosition,
    fieldType: prepared.fields[fieldPosition]!.fieldType,
    operator: condition.operator,
    isOfPresence: condition.operator === 'isKnown' || condition.operator === 'isUnknown',
    texts: texts,
    textSet: foldedSet(condition.texts),
    low: condition.low,
    high: condition.high,
    metMark: `${letter}+`,
    unmetMark: `${letter}-`,
    unknownMark: `${letter}?`,
  };
}

function prepareSlas(prepared: PreparedPolicy): void {
  for (let position: Int = 0; position < prepared.policy.slas.length; position += 1) {
    const sla = prepared.policy.slas[position]!;
    const preparedSla: PreparedSla = { sla: sla, steps: stepsOf(sla.slaKey, prepared.policy.escalations) };
    prepared.slas.push(preparedSla);
    prepared.slaPositions.set(sla.slaKey, position);
  }
}

function stepsOf(slaKey: string, escalations: EscalationStep[]): EscalationStep[] {
  const steps: EscalationStep[] = [];
  for (const step of escalations) {
    if (step.slaKey === slaKey) {
      steps.push(step);
    }
  }
  return steps;
}

function preparePool(pool: Pool, prepared: PreparedPolicy): PreparedPool {
  const members: PoolMember[] = [];
  const memberKeys: string[] = [];
  for (const member of prepared.policy.members) {
    if (member.poolKey === pool.poolKey) {
      members.push(member);
      memberKeys.push(member.memberKey);
    }
  }
  const ordered: PoolMember[] = [];
  for (const position of orderTexts(memberKeys)) {
    ordered.push(members[position]!);
  }
  return {
    pool: pool,
    members: ordered,
    skillFieldPosition: pool.skillFieldKey === null ? none : (prepared.fieldPositions.get(pool.skillFieldKey) ?? none),
  };
}
