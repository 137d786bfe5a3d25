import type { CardData } from '../../../../hubspot/handlers/card/card-data.ts';
import type { DecisionForm, DraftRowForm, DryRunForm } from '../../../../hubspot/handlers/ui/ui-forms.ts';
import { rowsOfKind, textOf } from '../../../../hubspot/ui/home/draft/edit-rows.ts';

const hash = 'cafe'.repeat(16);

/** Decisions as a portal lists them: the newest counts, the one before it is of the same contact. */
export function decisionsOf(now: number): DecisionForm[] {
  const common = { mode: 'live', slaKey: 'fiveMinutes', basis: 'policy', policyHash: hash };
  const lead = (place: number, more: Partial<DecisionForm>): DecisionForm => ({
    ...common,
    decisionId: `d-${900 - place}`,
    contactId: String(501 + place),
    decidedAt: now - place * 5_400_000 - 240_000,
    destinationKey: 'sales',
    band: 'warm',
    givenTo: 'ana',
    headline: 'Rule “Europe” sent it to the reps of the territory; it was Ana’s turn.',
    isCurrent: true,
    ...more,
  });
  return [
    lead(0, {}),
    lead(1, {
      contactId: '501',
      givenTo: '',
      destinationKey: 'review',
      band: 'cool',
      isCurrent: false,
      headline: 'Confidence 31 is low: a person looks first.',
    }),
    lead(2, {
      destinationKey: 'support',
      band: 'cold',
      givenTo: 'support-desk',
      headline: 'It asks for help with a product they have.',
    }),
    lead(3, { mode: 'suggest', band: 'lukewarm', givenTo: 'ben' }),
  ];
}

type Outcome = DryRunForm['leads'][number]['after'];

/** A dry run whose counts are those of its leads, all to destinations and people of these rows. */
export function dryRunOf(rows: readonly DraftRowForm[], count = 100): DryRunForm {
  const destinations = rowsOfKind(rows, 'destination').slice(4, 10);
  const people = rowsOfKind(rows, 'person').slice(0, 6);
  const outcomeAt = (place: number): Outcome => {
    const destination = destinations[(place * place) % destinations.length]!;
    const person = people[place % people.length]!;
    return {
      destinationKey: textOf(destination, 'destinationKey')!,
      destination: textOf(destination, 'label')!,
      ownerKey: textOf(person, 'repKey')!,
      ownerName: textOf(person, 'displayName')!,
      bucket: (['warm', 'lukewarm', 'cool', 'cold'] as const)[place % 4]!,
      fit: (place * 37) % 101,
      engagement: (place * 53) % 101,
      confidence: (place * 29) % 101,
      why: 'Cell fit high, engagement high, confidence enough.',
    };
  };
  const leads = Array.from({ length: count }, (_, place) => {
    const isMoved = place < count / 8;
    return {
      contactId: String(5_000 + place),
      name: `Robin Example ${place + 1}`,
      isMoved,
      before: outcomeAt(isMoved ? place + 1 : place),
      after: outcomeAt(place),
    };
  });
  const countBy = (
    keyOf: (outcome: Outcome) => string,
    labelOf: (outcome: Outcome) => string,
  ): DryRunForm['byOwner'] => {
    const counts = new Map<string, DryRunForm['byOwner'][number]>();
    const entry = (outcome: Outcome) => {
      const key = keyOf(outcome);
      const found = counts.get(key) ?? { key, label: labelOf(outcome), before: 0, after: 0 };
      counts.set(key, found);
      return found;
    };
    for (const { before, after } of leads) {
      entry(before).before += 1;
      entry(after).after += 1;
    }
    return [...counts.values()];
  };
  return {
    contacts: count,
    liveNumber: 1,
    moved: leads.filter(({ isMoved }) => isMoved).length,
    byDestination: countBy(
      ({ destinationKey }) => destinationKey,
      ({ destination }) => destination,
    ),
    byOwner: countBy(
      ({ ownerKey }) => ownerKey,
      ({ ownerName }) => ownerName,
    ),
    leads,
    milliseconds: 1_840,
  };
}

/** The card of the newest of these decisions. */
export function storyOf(now: number): CardData {
  const [decision] = decisionsOf(now);
  const line = (code: string, text: string, points = 0): CardData['why'][number] => ({
    code,
    parts: [{ text }],
    points,
  });
  return {
    decisionId: decision!.decisionId,
    decidedAt: decision!.decidedAt,
    mode: 'live',
    headline: [{ text: decision!.headline }],
    bucket: 'warm',
    destination: 'Sales rep of the territory',
    axes: [
      {
        axis: 'fit',
        score: 82,
        band: 'high',
        highFrom: 60,
        coverage: 90,
        colour: 'success',
        reasons: [line('bin', 'Employees 500', 31)],
      },
      { axis: 'engagement', score: 64, band: 'high', highFrom: 40, coverage: 80, colour: 'success', reasons: [] },
      { axis: 'intent', score: 55, band: 'high', highFrom: 50, coverage: 70, colour: 'success', reasons: [] },
      { axis: 'capacity', score: null, band: null, highFrom: null, coverage: null, colour: 'default', reasons: [] },
    ],
    confidence: { value: 77, band: 'enough', basis: 'policy', trainedOn: null, colour: 'success' },
    owner: { key: 'ana', name: 'Ana' },
    why: [
      line('rule', 'Rule “Europe”: country is one of DE, AT, CH.'),
      line('turn', 'Ana’s turn: 2 of 4 could take it.'),
    ],
    others: [line('other', 'Ben is at 8 of 8 leads today.')],
    clock: {
      state: 'running',
      startedAt: decision!.decidedAt,
      dueAt: now + 252_000,
      promise: 'Within 5 business minutes',
      answersFor: 'Mara',
      colour: 'info',
    },
    question: 'Who else is evaluating this?',
    changes: [line('change', 'Under 200 employees: small business reps.')],
    sections: [
      {
        code: 'scores',
        title: 'How the scores came about',
        lines: [line('bin', 'Employees 500', 31), line('bin', 'Logistics', 24)],
      },
      {
        code: 'times',
        title: 'When',
        lines: [{ code: 'at', parts: [{ text: 'Decided ' }, { at: decision!.decidedAt }], points: 0 }],
      },
    ],
    staleness: [],
  };
}
