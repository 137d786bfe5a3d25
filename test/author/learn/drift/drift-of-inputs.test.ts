import { describe, expect, test } from '@jest/globals';
import { driftOfInputs } from '../../../../core/src/author/learn/drift/drift-of-inputs.ts';
import { missingBin, otherBin } from '../../../../core/src/decide/score/score-attributes.ts';
import { Dice } from '../../../property/generators/dice.ts';
import { attribute, expertCard, range, texts, trainedCard } from '../explain/small-cards.ts';
import { drawGroups } from './draws.ts';

const size = [range(null, 49, -5, 4_000), range(50, 199, 0, 3_000), range(200, null, 5, 2_000)];
const sector = [texts(['logistics'], 5, 1_200), texts(['retail'], -5, 7_800)];
const card = trainedCard(10_000, [attribute('employees', size), attribute('industry', sector)]);

/** Bins of leads that are spread as the weights say: first the bins in order, then not known, then not listed. */
function drawLeads(dice: Dice, count: number, ofSize: number[], ofSector: number[]): number[][] {
  const asBin = (binCount: number) => (group: number) =>
    group < binCount ? group : group === binCount ? missingBin : otherBin;
  const sizes = drawGroups(dice, ofSize, count).map(asBin(size.length));
  const sectors = drawGroups(dice, ofSector, count).map(asBin(sector.length));
  return sizes.map((own, place) => [own, sectors[place]!]);
}

const asBefore = { ofSize: [4_000, 3_000, 2_000, 1_000, 0], ofSector: [1_200, 7_800, 600, 400] };

describe('driftOfInputs', () => {
  test('tells which attribute moved, how far, and what moved most', () => {
    const leads = drawLeads(new Dice(1), 400, asBefore.ofSize, [3_100, 5_900, 600, 400]);
    const alarms = driftOfInputs(card, leads);
    expect(alarms).toHaveLength(1);
    expect(alarms[0]).toMatchObject({ code: 'LRD001', level: 'act', attributeKey: 'industry' });
    expect(alarms[0]!.found).toMatch(
      /^industry of 400 recent leads is not spread as it was in training: index 0\.\d\d, where chance alone stays below 0\.0\d\. Most moved: logistics, 12 % of leads in training and \d\d % now\.$/,
    );
  });

  test('a smaller move is worth a look', () => {
    const leads = drawLeads(new Dice(2), 2_000, asBefore.ofSize, [2_500, 6_500, 600, 400]);
    expect(driftOfInputs(card, leads)).toMatchObject([{ code: 'LRD001', level: 'look', attributeKey: 'industry' }]);
  });

  test('tells that a value is no longer known', () => {
    const leads = drawLeads(new Dice(3), 300, [2_000, 1_500, 1_000, 5_500, 0], asBefore.ofSector);
    const alarms = driftOfInputs(card, leads);
    expect(alarms.map(({ code, level, attributeKey }) => [code, level, attributeKey])).toEqual([
      ['LRD001', 'act', 'employees'],
      ['LRD002', 'act', 'employees'],
    ]);
    expect(alarms[1]!.found).toMatch(
      /^employees is not known of 1\d\d of 300 recent leads \(5\d %\); in training at most 10 % lacked it\.$/,
    );
  });

  test('a value that no bin lists is no missing value', () => {
    const leads = drawLeads(new Dice(4), 300, asBefore.ofSize, [1_200, 2_800, 600, 5_400]);
    expect(driftOfInputs(card, leads).map(({ code }) => code)).toEqual(['LRD001']);
  });

  test('what has to be done about comes before what is worth a look', () => {
    const leads = drawLeads(new Dice(5), 2_000, [2_600, 3_000, 3_400, 1_000, 0], [5_000, 4_000, 600, 400]);
    expect(driftOfInputs(card, leads).map(({ level, attributeKey }) => [level, attributeKey])).toEqual([
      ['act', 'industry'],
      ['look', 'employees'],
    ]);
  });

  test('fifty recent leads as in training alarm at most once in fifty looks', () => {
    const dice = new Dice(6);
    let alarmed = 0;
    for (let look = 0; look < 1_000; look += 1) {
      alarmed += driftOfInputs(card, drawLeads(dice, 50, asBefore.ofSize, asBefore.ofSector)).length > 0 ? 1 : 0;
    }
    expect(alarmed).toBeLessThan(20);
  });

  test('says nothing of expert points, which no history stands behind, and nothing without leads', () => {
    const leads = drawLeads(new Dice(7), 300, [0, 0, 10, 0, 0], [10, 0, 0, 0]);
    expect(driftOfInputs(expertCard(0, card.attributes), leads)).toEqual([]);
    expect(driftOfInputs(card, [])).toEqual([]);
  });
});
