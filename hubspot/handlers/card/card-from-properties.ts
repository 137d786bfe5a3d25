import type { PropertyValues } from '../crm/crm.ts';
import { plainLine } from '../effects/plain-line.ts';
import { readInstant } from '../effects/read-instant.ts';
import { decided } from '../portal/property-names.ts';
import type { CardAxis, CardClock, CardData, CardLine, CardStaleness } from './card-data.ts';
import { colourOfState, partsOf } from './card-parts.ts';
import { readScore } from './read-score.ts';

const propertyOfAxis = [
  ['fit', decided.fitScore],
  ['engagement', decided.engagementScore],
  ['intent', decided.intentScore],
  ['capacity', decided.capacityScore],
] as const;

const modes = ['observe', 'suggest', 'live'] as const;
const states = ['running', 'reminded', 'met', 'missed', 'closed'] as const;
const mostLines = 20;

/**
 * A smaller card of what Signalbox wrote on the contact, for when nothing else can be asked: no bands, no story, but scores,
 * reasons, owner and clock. Whoever may edit the contact may have changed these texts, so that each is read for itself.
 *
 * @param properties the contact's, of those that `decided` names
 */
export function cardFromProperties(properties: PropertyValues): CardData {
  const read = (property: string): string => plainLine(properties[property] ?? '', 200);
  const orNull = (property: string): string | null => (read(property) === '' ? null : read(property));
  const decisionId = orNull(decided.decisionId);
  const [headline, ...reasons] = (properties[decided.reasons] ?? '').split('\n').slice(0, mostLines);
  const givenTo = orNull(decided.givenTo);
  const rule = orNull(decided.rule);
  return {
    decisionId,
    decidedAt: readInstant(properties[decided.decidedAt]),
    mode: modes.find((mode) => mode === properties[decided.mode]) ?? null,
    headline: partsOf(headline ?? ''),
    bucket: orNull(decided.band),
    destination: orNull(decided.destination),
    axes: propertyOfAxis.map(([axis, property]) => axisOf(axis, properties[property], reasons)),
    confidence: confidenceOf(properties),
    owner: givenTo === null ? null : { key: givenTo, name: givenTo },
    why: rule === null ? [] : [lineOf('rule', rule)],
    others: [],
    clock: clockOf(properties, orNull(decided.slaKey), orNull(decided.slaOwner)),
    question: null,
    changes: [],
    sections: [],
    staleness: [decisionId === null ? notDecided : withoutBackend],
  };
}

const notDecided: CardStaleness = { code: 'notDecided', text: 'Signalbox has not decided about this contact yet.' };

const withoutBackend: CardStaleness = {
  code: 'withoutBackend',
  text: 'Signalbox does not answer at the moment. This is what it wrote on the contact when it decided.',
};

/** The reasons stand in one line for each axis: "fit 82: +31 employees 500, …". */
function axisOf(axis: CardAxis['axis'], value: string | null | undefined, reasons: readonly string[]): CardAxis {
  return {
    axis,
    score: readScore(value),
    band: null,
    highFrom: null,
    coverage: null,
    colour: 'default',
    reasons: reasons
      .filter((reason) => reason.startsWith(`${axis} `))
      .slice(0, 1)
      .map((reason) => lineOf('reasons', reason)),
  };
}

function lineOf(code: string, text: string): CardLine {
  return { code, parts: partsOf(text), points: 0 };
}

function confidenceOf(properties: PropertyValues): CardData['confidence'] {
  const value = readScore(properties[decided.confidence]);
  return value === null ? null : { value, band: null, basis: null, trainedOn: null, colour: 'default' };
}

function clockOf(properties: PropertyValues, promise: string | null, answersFor: string | null): CardClock | null {
  const state = states.find((one) => one === properties[decided.slaState]);
  if (state === undefined) {
    return null;
  }
  return {
    state,
    startedAt: null,
    dueAt: readInstant(properties[decided.slaDueAt]),
    promise,
    answersFor,
    colour: colourOfState(state),
  };
}
