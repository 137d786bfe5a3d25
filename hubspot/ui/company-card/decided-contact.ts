import type { CardClock } from '../../handlers/card/card-data.ts';
import { cardFromProperties } from '../../handlers/card/card-from-properties.ts';
import { plainLine } from '../../handlers/effects/plain-line.ts';

/** A contact of the company, as the table shows it. */
export type DecidedContact = {
  readonly id: number;
  readonly name: string;
  readonly fit: number | null;
  readonly engagement: number | null;
  readonly destination: string | null;
  readonly givenTo: string | null;
  readonly clock: CardClock | null;
};

const mostCharacters = 200;

/** A contact from its properties; null where nobody decided about it. */
export function decidedContactOf(
  id: number,
  properties: Readonly<Record<string, string | null>>,
): DecidedContact | null {
  const card = cardFromProperties(properties);
  if (card.decisionId === null) {
    return null;
  }
  const scoreOf = (name: string) => card.axes.find(({ axis }) => axis === name)?.score ?? null;
  return {
    id,
    name: nameOf(id, properties),
    fit: scoreOf('fit'),
    engagement: scoreOf('engagement'),
    destination: card.destination,
    givenTo: card.owner?.name ?? null,
    clock: card.clock,
  };
}

function nameOf(id: number, properties: Readonly<Record<string, string | null>>): string {
  const read = (name: string) => plainLine(properties[name] ?? '', mostCharacters);
  const whole = `${read('firstname')} ${read('lastname')}`.trim();
  return whole !== '' ? whole : read('email') !== '' ? read('email') : `Contact ${id}`;
}
