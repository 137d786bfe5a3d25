import { defaultSettings } from '../../../core/src/author/learn/default-fields.ts';
import { TableBuilder } from '../../../core/src/author/learn/table/table-builder.ts';
import { train } from '../../../core/src/author/learn/train.ts';
import type { LearnedCard, RefusedCard, Training } from '../../../core/src/author/learn/training.ts';
import { allFields } from '../../../core/src/decide/index.ts';
import { Dice } from '../../property/generators/dice.ts';
import { atLeast, atMost } from '../figure.ts';
import type { Reporter } from '../reporter.ts';
import { starterPolicy } from './starter-policy.ts';

const dayMillis = 86_400_000;
const beganAt = Date.UTC(2025, 0, 1);
const usualLeads = 12_000;

/** One lead of a history that goes wrong in one way. */
type BadLead = {
  leadKey: string;
  arrivedAt: number;
  closedAt: number;
  isWon: boolean;
  industry: string | null;
  employees: number | null;
};

/** A history, and the code of the line that should speak of it. */
type BadHistory = { name: string; leads: BadLead[]; codes: readonly string[] };

/** Histories that can teach nothing. Each must end in a verdict that names the cause, and none in a card. */
export async function benchBadHistories(reporter: Reporter): Promise<void> {
  reporter.heading('Histories that can teach nothing');
  let clear = 0;
  let cards = 0;
  const histories = badHistories();
  for (const { name, leads, codes } of histories) {
    const training = await trainOn(leads);
    const spoken = linesOf(training).filter((line) => codes.includes(line.code));
    clear += spoken.length > 0 ? 1 : 0;
    cards += [training.fit, training.engagement].filter(isLearned).length;
    reporter.note(`${name}: ${spoken[0] === undefined ? 'NO VERDICT' : `${spoken[0].code} ${spoken[0].found}`}`);
  }
  reporter.figure('histories with a clear verdict', clear, '', atLeast(histories.length));
  reporter.figure('cards learned from them', cards, '', atMost(0));
}

function isLearned(card: LearnedCard | RefusedCard): boolean {
  return card.kind === 'learned';
}

function linesOf(training: Training): { code: string; found: string }[] {
  return [
    ...training.hygiene.lines.filter(({ grade }) => grade !== 'inPlace'),
    ...training.hygiene.excludedFields.map(({ code, fieldKey, reason }) => ({ code, found: `${fieldKey}: ${reason}` })),
    ...[training.fit, training.engagement].flatMap((card) =>
      card.kind === 'refused' ? [{ code: card.code, found: card.reason }] : [],
    ),
  ];
}

function badHistories(): BadHistory[] {
  const dice = new Dice(20_261_122);
  const usual = drawLeads(dice, usualLeads);
  const arrivals = dice.shuffle(usual.map(({ arrivedAt }) => arrivedAt));
  return [
    { name: 'one class only', codes: ['LRN001'], leads: usual.map((lead) => ({ ...lead, isWon: false })) },
    {
      name: 'all missing',
      codes: ['LRN024'],
      leads: usual.map((lead) => ({ ...lead, industry: null, employees: null })),
    },
    {
      name: 'constant columns',
      codes: ['LRN025'],
      leads: usual.map((lead) => ({ ...lead, industry: 'software', employees: 10 })),
    },
    {
      name: '10,000 categories',
      codes: ['LRN026'],
      leads: usual.map((lead, place) => ({ ...lead, industry: `made of ${place % 10_000}`, employees: null })),
    },
    {
      name: 'shuffled dates',
      codes: ['LRN008'],
      leads: usual.map((lead, place) => ({ ...lead, arrivedAt: arrivals[place]! })),
    },
    {
      name: 'duplicate ids',
      codes: ['LRN014'],
      leads: usual.map((lead, place) => ({ ...lead, leadKey: `lead-${place % 3_000}` })),
    },
    { name: 'five rows', codes: ['LRN001', 'LRN002'], leads: usual.slice(0, 5) },
  ];
}

function drawLeads(dice: Dice, count: number): BadLead[] {
  return Array.from({ length: count }, (_, place) => {
    const arrivedAt = beganAt + Math.round((place * 500 * dayMillis) / count);
    const employees = 1 + dice.roll(2_000);
    const industry = dice.pick(['software', 'logistics', 'retail', 'health', 'banking']);
    return {
      leadKey: `lead-${place}`,
      arrivedAt,
      closedAt: arrivedAt + (1 + dice.roll(25)) * dayMillis,
      isWon: dice.roll(100) < 5 + (employees > 500 ? 10 : 0) + (industry === 'logistics' ? 10 : 0),
      industry,
      employees,
    };
  });
}

async function trainOn(leads: BadLead[]): Promise<Training> {
  const policy = starterPolicy();
  const positions = allFields(policy).map(({ fieldKey }) => fieldKey);
  const builder = new TableBuilder(policy, 'thisCrm');
  for (const lead of leads) {
    const texts: (string | null)[] = positions.map(() => null);
    const numbers: (number | null)[] = positions.map(() => null);
    texts[positions.indexOf('industry')] = lead.industry;
    numbers[positions.indexOf('employees')] = lead.employees;
    builder.add({
      leadKey: lead.leadKey,
      arrivedAt: lead.arrivedAt,
      facts: { texts, numbers: numbers },
      personKey: null,
      outcome: lead.isWon ? 'won' : 'lost',
      closedAt: lead.closedAt,
      outcomeWords: lead.isWon ? 'won' : 'lost',
      stage: lead.isWon ? 'Closed Won' : 'Closed Lost',
      closeReason: 'price',
      finalOwner: 'ana',
      firstTouchAt: null,
      nativeScore: null,
      changes: [],
      activities: [],
    });
  }
  const asOf = beganAt + 560 * dayMillis;
  return train(builder.finish(), policy, defaultSettings(policy), { asOf, now: asOf });
}
