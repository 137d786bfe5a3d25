import { createElement } from 'lwc';
import SbxLearnedCard from 'c/sbxLearnedCard';

const tier = (name, wonShare) => ({ name, count: 40, wonCount: 8, wonShare, low: 0.1, high: 0.4 });
const learned = {
  kind: 'learned',
  axis: 'fit',
  isPriorDriven: true,
  labelled: { count: 600, wonCount: 70 },
  highFrom: 61,
  weaknesses: ['The present card orders later leads at least as well.'],
  evaluation: {
    crossValidation: { areaUnderCurve: 0.71 },
    timeSplit: {
      frozen: { areaUnderCurve: 0.68 },
      groups: [{ count: 20, said: 0.1, happened: 0.15 }],
      tiers: [tier('top', 0.2), tier('middle', 0.1), tier('bottom', 0.02)],
      present: { areaUnderCurve: 0.7, tiers: [tier('top', 0.18)] },
      native: { areaUnderCurve: Number.NaN },
    },
  },
  segments: [
    {
      fieldKey: 'country',
      text: 'de',
      own: { areaUnderCurve: 0.74 },
      all: { areaUnderCurve: 0.7 },
      isOwnBetter: true,
    },
    {
      fieldKey: 'country',
      text: 'us',
      own: { areaUnderCurve: 0.7 },
      all: { areaUnderCurve: 0.71 },
      isOwnBetter: false,
    },
  ],
  signals: [
    { signalKey: 'webinar', label: 'Webinar', points: 12, halfLifeDays: 30, capPoints: 24 },
    { signalKey: 'opened', label: 'Opened', points: 0, halfLifeDays: 30, capPoints: 0 },
  ],
  scorecard: {
    attributes: [
      {
        attributeKey: 'employees',
        label: 'Employees',
        bins: [
          { low: null, high: 49, texts: [], points: -8, evidence: 200 },
          { low: 50, high: 199, texts: [], points: 4, evidence: 150 },
          { low: 200, high: null, texts: [], points: 15, evidence: 90 },
        ],
        otherPoints: 0,
        missingPoints: -3,
      },
      {
        attributeKey: 'industry',
        label: 'Industry',
        bins: [{ low: null, high: null, texts: ['software', 'finance'], points: 9, evidence: 80 }],
        otherPoints: -2,
        missingPoints: 0,
      },
    ],
  },
};

function open(card) {
  const element = createElement('c-sbx-learned-card', { is: SbxLearnedCard });
  element.card = card;
  document.body.appendChild(element);
  return element;
}

const part = (element, name) =>
  [...element.shadowRoot.querySelectorAll(`[data-part="${name}"]`)].map((each) => each.textContent);

describe('what an axis learned', () => {
  afterEach(() => document.body.replaceChildren());

  it('says how much it rests on and what speaks against it', () => {
    const element = open(learned);
    expect(part(element, 'summary')[0]).toContain('600 leads with an answer, 70 of them won');
    expect(part(element, 'summary')[0]).toContain('So few wins');
    expect(part(element, 'weakness')).toEqual(learned.weaknesses);
  });

  it('stands beside the present card', () => {
    const element = open(learned);
    expect(part(element, 'comparison')).toEqual([
      'Learned, on leads drawn by chance0.71',
      'Learned, on later leads0.68',
      'Present card, on the same later leads0.70',
      'The org’s own score, on the same leads–',
    ]);
    expect(part(element, 'tier')[0]).toContain('Best fifth, 40');
    expect(part(element, 'tier')[0]).toContain('18.0 %');
    expect(part(element, 'tier')[1]).toContain('–');
    expect(part(element, 'group')).toEqual(['2010.0 %15.0 %']);
  });

  it('shows the points of every value with the leads behind them', () => {
    const [employees, industry] = part(open(learned), 'attribute');
    expect(employees).toContain('up to 49-8200');
    expect(employees).toContain('50 to 199+4150');
    expect(employees).toContain('from 200 on+1590');
    expect(employees).toContain('not known-3');
    expect(industry).toContain('software, finance+980');
    expect(industry).toContain('anything else-2');
  });

  it('names groups that a card of their own would foretell better', () => {
    expect(part(open(learned), 'segment')).toEqual(['country de: 0.74 by a card of its own, 0.70 by this one']);
  });

  it('shows signals that count', () => {
    expect(part(open(learned), 'signal')).toEqual(['Webinar: +12 each time, half after 30 days, at most 24 together']);
  });

  it('shows no tiers where the history is too short to try it on later leads', () => {
    const evaluation = { ...learned.evaluation, timeSplit: null };
    const element = open({ ...learned, isPriorDriven: false, weaknesses: [], segments: [], evaluation });
    expect(part(element, 'tier')).toEqual([]);
    expect(part(element, 'comparison')).toHaveLength(1);
  });

  it('shows a refusal as plainly as a result', () => {
    const element = open({
      kind: 'refused',
      axis: 'engagement',
      code: 'LRN051',
      reason: 'too few leads have an answer',
      next: 'Wait.',
    });
    expect(part(element, 'refused')[0]).toContain('LRN051 Nothing was learned: too few leads have an answer.');
    expect(part(element, 'refused')[0]).toContain('Next: Wait.');
  });
});
