import { History, Stopped } from 'c/sbxLearning';
import { lookedAt, pagesOf, policy } from './history';

function historyOf(count, most = 50000) {
  const history = new History(JSON.stringify(policy));
  const places = pagesOf(count).map((page) => history.add(page, most));
  return { history, places };
}

describe('learning in the page', () => {
  it('takes pages in until the last one', () => {
    const { history, places } = historyOf(450);
    expect(history.count).toBe(450);
    expect(places.map(({ isDone }) => isDone)).toEqual([false, false, true]);
    expect(places[0].last).toBe('00Q000000000199AAA');
  });

  it('stops at the most leads that a page takes', () => {
    const { history, places } = historyOf(450, 300);
    expect(history.count).toBe(300);
    expect(places[1].isDone).toBe(true);
  });

  it('knows how many leads have a value in a field', () => {
    const { history } = historyOf(200);
    const known = Object.fromEntries(history.known().map(({ fieldKey, count }) => [fieldKey, count]));
    expect(known.industry).toBe(200);
    expect(known.country).toBe(0);
    expect(known.company).toBeUndefined();
  });

  it('learns who buys, tells how far it is, and gives the draft what it learned', async () => {
    const { history } = historyOf(1200);
    const phases = new Set();
    const training = await history.learn(lookedAt, (phase) => {
      phases.add(phase);
      return true;
    });
    expect(training.fit.kind).toBe('learned');
    expect(training.fit.evaluation.timeSplit.frozen.areaUnderCurve).toBeGreaterThan(0.6);
    expect([...phases]).toEqual(expect.arrayContaining(['hygiene', 'fit: cross-validation', 'done']));
    const parts = JSON.parse(history.partsOf(training));
    expect(parts.scorecards.map(({ axis, basis }) => [axis, basis])).toContainEqual(['fit', 'trained']);
    expect(parts.fitHigh).toBe(training.fit.highFrom);
    const software = parts.scorecards[0].attributes.find(({ fieldKey }) => fieldKey === 'industry');
    const pointsOf = (text) => software.bins.find(({ texts }) => texts.includes(text))?.points ?? software.otherPoints;
    expect(pointsOf('software')).toBeGreaterThan(pointsOf('finance'));
  });

  it('stops when told to', async () => {
    const { history } = historyOf(1200);
    await expect(history.learn(lookedAt, (phase) => !phase.startsWith('fit'))).rejects.toBeInstanceOf(Stopped);
  });

  it('gives the draft nothing where nothing could be learned', async () => {
    const { history } = historyOf(40);
    const training = await history.learn(lookedAt, () => true);
    expect(training.fit.kind).toBe('refused');
    expect(history.partsOf(training)).toBeNull();
  });
});
