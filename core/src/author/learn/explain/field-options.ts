import { firstOwnFieldPosition, type FactSheet } from '../../../decide/model/fact-sheet.ts';
import { fold } from '../../../decide/model/fold.ts';
import type { Int, Long } from '../../../decide/model/number.ts';
import type { ScoreAttribute } from '../../../decide/model/scorecard.ts';
import { otherBin } from '../../../decide/score/score-attributes.ts';
import { cardOf, scoreAxis, type AskedScore } from './asked-score.ts';
import { rangeWords, textsWords } from './bin-words.ts';

/** A value that a field could have. */
export type FieldValue = { text: string } | { amount: Long };

/** Values of one field that all count alike, one of them to stand for the others, and what they would do to the points. */
export type FieldOption = { value: FieldValue; words: string; bins: Int[]; difference: Int };

/** All that a field of a card could be instead, by what the engine itself makes of it. */
export type FieldOptions = { fieldKey: string; position: Int; places: number[]; options: FieldOption[] };

/**
 * For each field that the card asks, in the card's order, the ways in which the lead could be otherwise. Every value is scored by the
 * engine. To be not known is no way for a lead to be: nobody changes by being asked less.
 */
export function fieldOptionsOf(asked: AskedScore, fixedFields: readonly string[]): FieldOptions[] {
  const card = cardOf(asked);
  const byPosition = new Map<Int, FieldOptions>();
  card.attributes.forEach(({ fieldPosition }, place) => {
    const { fieldKey } = card.card.attributes[place]!;
    if (!fixedFields.includes(fieldKey)) {
      const options = byPosition.get(fieldPosition) ?? { fieldKey, position: fieldPosition, places: [], options: [] };
      options.places.push(place);
      byPosition.set(fieldPosition, options);
    }
  });
  return [...byPosition.values()].map((field) => ({ ...field, options: optionsOf(asked, field) }));
}

/** The sheet with other values of some fields. The given one stays as it is. */
export function withValues(facts: FactSheet, values: readonly { position: Int; value: FieldValue }[]): FactSheet {
  const texts = [...facts.texts];
  const numbers = [...facts.numbers];
  for (const { position, value } of values) {
    if ('text' in value) {
      texts[position] = value.text;
    } else {
      numbers[position] = value.amount;
    }
  }
  return { texts, numbers };
}

function optionsOf(asked: AskedScore, field: FieldOptions): FieldOption[] {
  const { facts, prepared } = asked;
  const present = scoreAxis(asked);
  const attributes = field.places.map((place) => cardOf(asked).card.attributes[place]!);
  const score = (value: FieldValue): Pick<FieldOption, 'bins' | 'difference'> => {
    const scored = scoreAxis({ ...asked, facts: withValues(facts, [{ position: field.position, value }]) });
    return {
      bins: field.places.map((place) => scored.binPositions[place]!),
      difference: scored.points - present.points,
    };
  };
  const hereBins = field.places.map((place) => present.binPositions[place]!).join();
  const isElsewhere = ({ bins }: Pick<FieldOption, 'bins'>): boolean => bins.join() !== hereBins;
  switch (prepared.fields[field.position]!.fieldType) {
    case 'number':
      return numberOptions(attributes, field.position, facts.numbers[field.position] ?? null, score).filter(
        isElsewhere,
      );
    case 'flag':
      return ['yes', 'no'].map((text) => ({ value: { text }, words: text, ...score({ text }) })).filter(isElsewhere);
    default:
      return textOptions(attributes, score).filter(isElsewhere);
  }
}

type ScoreValue = (value: FieldValue) => Pick<FieldOption, 'bins' | 'difference'>;

/** Ranges between all ends that the field's bins have, the nearest to the present number first. Neighbours that count alike are one. */
function numberOptions(
  attributes: readonly ScoreAttribute[],
  position: Int,
  present: Long | null,
  score: ScoreValue,
): FieldOption[] {
  // What a standard field counts is never below nothing (INT003); a policy's own field may hold any number.
  const least: Long | null = position < firstOwnFieldPosition ? 0 : null;
  const ranges: { low: Long | null; high: Long | null; bins: Int[]; difference: Int }[] = [];
  const lows = [least, ...rangeStarts(attributes).filter((start) => least === null || start > least)];
  lows.forEach((low, place) => {
    const next = lows[place + 1] ?? null;
    const high = next === null ? null : next - 1;
    const scored = score({ amount: low ?? high ?? 0 });
    const last = ranges.at(-1);
    if (last !== undefined && last.bins.join() === scored.bins.join()) {
      last.high = high;
    } else {
      ranges.push({ low, high, ...scored });
    }
  });
  return ranges
    .map(({ low, high, bins, difference }) => {
      const amount = nearest(low, high, present ?? 0);
      // A range that begins where numbers begin is said by its end alone.
      const words = rangeWords(low === least && high !== low ? null : low, high);
      return { value: { amount }, words, bins, difference, away: present === null ? 0 : Math.abs(amount - present) };
    })
    .sort((one, other) => one.away - other.away || one.value.amount - other.value.amount)
    .map(({ away: _, ...option }) => option);
}

/** Every number at which another bin may begin to count, in order. */
function rangeStarts(attributes: readonly ScoreAttribute[]): Long[] {
  const starts = new Set<Long>();
  for (const { low, high } of attributes.flatMap(({ bins }) => bins)) {
    if (low !== null) {
      starts.add(low);
    }
    if (high !== null) {
      starts.add(high + 1);
    }
  }
  return [...starts].sort((one, other) => one - other);
}

function nearest(low: Long | null, high: Long | null, present: Long): Long {
  if (low !== null && present < low) {
    return low;
  }
  return high !== null && present > high ? high : present;
}

/** Texts that count alike are one option, in the order in which the bins list them; then any text that no bin lists. */
function textOptions(attributes: readonly ScoreAttribute[], score: ScoreValue): FieldOption[] {
  const listed = new Set(attributes.flatMap(({ bins }) => bins.flatMap(({ texts }) => texts.map(fold))));
  const options = new Map<string, FieldOption & { texts: string[] }>();
  for (const text of listed) {
    const scored = score({ text });
    const known = options.get(scored.bins.join());
    if (known === undefined) {
      options.set(scored.bins.join(), { value: { text }, words: '', ...scored, texts: [text] });
    } else {
      known.texts.push(text);
    }
  }
  const other: FieldValue = { text: unlistedText(listed) };
  const scored = score(other);
  return [
    ...[...options.values()].map(({ texts, ...option }) => ({ ...option, words: textsWords(texts) })),
    ...(scored.bins.every((bin) => bin === otherBin) ? [{ value: other, words: 'no listed value', ...scored }] : []),
  ];
}

function unlistedText(listed: ReadonlySet<string>): string {
  let text = 'another value';
  while (listed.has(text)) {
    text += ' still';
  }
  return text;
}
