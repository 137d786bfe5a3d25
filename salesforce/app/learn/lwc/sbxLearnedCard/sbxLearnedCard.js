import { LightningElement, api } from 'lwc';

const titles = { fit: 'Fit: who they are', engagement: 'Engagement: what they did' };
const tierLabels = { top: 'Best fifth', middle: 'Next two fifths', bottom: 'Last two fifths' };

const percent = (share) => `${(share * 100).toFixed(1)} %`;
const signed = (points) => (points > 0 ? `+${points}` : `${points}`);

/** What one axis learned, with what speaks against it; or why it learned nothing. */
export default class SbxLearnedCard extends LightningElement {
  /** A LearnedCard or RefusedCard of core. */
  @api card;

  get title() {
    return titles[this.card.axis];
  }

  get isLearned() {
    return this.card.kind === 'learned';
  }

  get summary() {
    const { labelled, isPriorDriven, highFrom } = this.card;
    const leaning = isPriorDriven ? ' So few wins that the present points still speak along.' : '';
    return `Learned from ${labelled.count} leads with an answer, ${labelled.wonCount} of them won. A score from ${highFrom} on is high.${leaning}`;
  }

  get weaknesses() {
    return this.card.weaknesses.map((text, place) => ({ text, place: `${place}` }));
  }

  get hasWeaknesses() {
    return this.card.weaknesses.length > 0;
  }

  get split() {
    return this.card.evaluation.timeSplit;
  }

  /** On which leads the figures were found: later ones where the history is long enough. */
  get comparison() {
    const { crossValidation } = this.card.evaluation;
    const { split } = this;
    const rows = [
      { name: 'Learned, on leads drawn by chance', area: crossValidation.areaUnderCurve },
      ...(split === null ? [] : [{ name: 'Learned, on later leads', area: split.frozen.areaUnderCurve }]),
      ...(split?.present
        ? [{ name: 'Present card, on the same later leads', area: split.present.areaUnderCurve }]
        : []),
      ...(split?.native ? [{ name: 'The org’s own score, on the same leads', area: split.native.areaUnderCurve }] : []),
    ];
    return rows.map(({ name, area }) => ({ name, area: Number.isNaN(area) ? '–' : area.toFixed(2) }));
  }

  get tiers() {
    const { split } = this;
    if (split === null) {
      return [];
    }
    const most = Math.max(0.01, ...split.tiers.map((tier) => tier.high));
    return split.tiers.map((tier) => {
      const present = split.present?.tiers.find(({ name }) => name === tier.name);
      return {
        name: tier.name,
        label: tierLabels[tier.name],
        count: tier.count,
        won: percent(tier.wonShare),
        range: `${percent(tier.low)} to ${percent(tier.high)}`,
        present: present === undefined ? '–' : percent(present.wonShare),
        bar: `width: ${Math.round((tier.wonShare / most) * 100)}%`,
      };
    });
  }

  get hasTiers() {
    return this.tiers.length > 0;
  }

  get groups() {
    return (this.split?.groups ?? []).map(({ count, said, happened }, place) => ({
      place: `${place}`,
      count,
      said: percent(said),
      happened: percent(happened),
    }));
  }

  /** Large groups of leads that a card of their own would foretell better: a policy has one card for all. */
  get segments() {
    return this.card.segments
      .filter(({ isOwnBetter }) => isOwnBetter)
      .map(({ fieldKey, text, own, all }) => ({
        place: `${fieldKey} ${text}`,
        text: `${fieldKey} ${text}: ${own.areaUnderCurve.toFixed(2)} by a card of its own, ${all.areaUnderCurve.toFixed(2)} by this one`,
      }));
  }

  get hasSegments() {
    return this.segments.length > 0;
  }

  get attributes() {
    return this.card.scorecard.attributes.map(({ attributeKey, label, bins, otherPoints, missingPoints }) => ({
      attributeKey,
      label,
      bins: [
        ...bins.map((bin, place) => ({
          place: `${place}`,
          range: rangeOf(bin),
          points: signed(bin.points),
          evidence: `${bin.evidence}`,
        })),
        { place: 'other', range: 'anything else', points: signed(otherPoints), evidence: '' },
        { place: 'missing', range: 'not known', points: signed(missingPoints), evidence: '' },
      ],
    }));
  }

  get signals() {
    return this.card.signals
      .filter(({ points }) => points !== 0)
      .map(({ signalKey, label, points, halfLifeDays, capPoints }) => ({
        signalKey,
        text: `${label}: ${signed(points)} each time, half after ${halfLifeDays} days, at most ${capPoints} together`,
      }));
  }

  get hasSignals() {
    return this.signals.length > 0;
  }
}

/** rangeOf({ low: 50, high: 199, texts: [] }) → "50 to 199" */
function rangeOf({ low, high, texts }) {
  if (texts.length > 0) {
    return texts.join(', ');
  }
  if (low === null) {
    return high === null ? 'any' : `up to ${high}`;
  }
  return high === null ? `from ${low} on` : `${low} to ${high}`;
}
