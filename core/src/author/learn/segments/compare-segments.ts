import { fitLine } from '../calibrate/fit-line.ts';
import { takeLeads } from '../evaluate/cross-validate.ts';
import { areaUnderCurve, logLoss } from '../evaluate/measures.ts';
import { splitByTime } from '../evaluate/split-by-time.ts';
import { cardPoints, fitCard, type CardSettings, type LabelledLeads } from '../fit/fit-card.ts';
import { chanceOf } from '../fit/likelihood.ts';
import { pointsPerLogOdds } from '../fit/point-scale.ts';
import { columnOf, type LeadTable, type TextColumn } from '../table/lead-table.ts';

/** A card learned from one segment alone beside the card of all, on later leads of the segment that neither saw. */
export type SegmentComparison = {
  fieldKey: string;
  text: string;
  earlierWonCount: number;
  laterCount: number;
  own: { areaUnderCurve: number; logLoss: number };
  all: { areaUnderCurve: number; logLoss: number };
  /** Whether the segment has laws of its own: more order and less surprise by a margin. */
  isOwnBetter: boolean;
};

const leastWins = 300;
const leastLaterWins = 30;
const mostTexts = 20;
const mostSegments = 6;
const worthwhileArea = 0.01;

/**
 * Asks of each large segment whether its own card would foretell its later leads better than the card of all does. A policy holds one card
 * an axis, so this is told to ops, who may run such a segment under a policy of its own.
 */
export function compareSegments(
  table: LeadTable,
  leads: LabelledLeads,
  settings: CardSettings,
  answerDays: number,
): SegmentComparison[] {
  const { earlier, later } = splitByTime(table, leads, answerDays);
  const segments = findSegments(table, earlier, settings);
  if (segments.length === 0) {
    return [];
  }
  const { card: ofAll } = fitCard(table, earlier, settings);
  return segments.flatMap(({ column, code, wonCount }) => {
    const isInside = ({ rows }: LabelledLeads, place: number): boolean => column.codes[rows[place]!] === code;
    const laterOwn = takeLeads(later, (place) => isInside(later, place));
    if (countWins(laterOwn) < leastLaterWins || laterOwn.rows.length - countWins(laterOwn) < leastLaterWins) {
      return [];
    }
    const { card } = fitCard(
      table,
      takeLeads(earlier, (place) => isInside(earlier, place)),
      settings,
    );
    const own = judge(cardPoints(table, laterOwn.rows, card, settings), laterOwn.labels);
    const all = judge(cardPoints(table, laterOwn.rows, ofAll, settings), laterOwn.labels);
    return [
      {
        fieldKey: column.fieldKey,
        text: column.texts[code]!,
        earlierWonCount: wonCount,
        laterCount: laterOwn.rows.length,
        own,
        all,
        isOwnBetter: own.areaUnderCurve > all.areaUnderCurve + worthwhileArea && own.logLoss < all.logLoss,
      },
    ];
  });
}

type Segment = { column: TextColumn; code: number; wonCount: number };

/** The segments with most wins, of fields that have few values. Ties go by field and text. */
function findSegments(table: LeadTable, leads: LabelledLeads, { fields }: CardSettings): Segment[] {
  const columns = fields
    .map(({ fieldKey }) => columnOf(table, fieldKey))
    .filter((column): column is TextColumn => column?.kind === 'text' && column.texts.length <= mostTexts);
  return columns
    .flatMap((column) => {
      const counts = column.texts.map(() => ({ won: 0, all: 0 }));
      leads.rows.forEach((row, place) => {
        const count = counts[column.codes[row]!];
        if (count !== undefined) {
          count.all += 1;
          count.won += leads.labels[place]!;
        }
      });
      return counts.flatMap(({ won, all }, code): Segment[] =>
        // What holds nearly everybody is no segment.
        won >= leastWins && all - won >= leastWins && all < leads.rows.length * 0.9
          ? [{ column, code, wonCount: won }]
          : [],
      );
    })
    .sort((one, other) => other.wonCount - one.wonCount || compareKeys(one, other))
    .slice(0, mostSegments);
}

function compareKeys(one: Segment, other: Segment): number {
  const [first, second] = [one, other].map(({ column, code }) => `${column.fieldKey} ${column.texts[code]!}`) as [
    string,
    string,
  ];
  return first < second ? -1 : 1;
}

function countWins({ labels }: LabelledLeads): number {
  return labels.reduce((sum, label) => sum + label, 0);
}

/** The level of later leads is granted to both: a calibration follows it anyway. */
function judge(points: Int32Array, labels: Uint8Array): { areaUnderCurve: number; logLoss: number } {
  const odds = Float64Array.from(points, (own) => own / pointsPerLogOdds);
  const { shift } = fitLine(odds, labels, false);
  return {
    areaUnderCurve: areaUnderCurve(points, labels),
    logLoss: logLoss(
      odds.map((value) => chanceOf(value + shift)),
      labels,
    ),
  };
}
