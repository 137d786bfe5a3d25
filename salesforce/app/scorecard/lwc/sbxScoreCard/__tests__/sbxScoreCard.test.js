import { createElement } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import getCard from '@salesforce/apex/SbxLeadCard.get';
import claim from '@salesforce/apex/SbxCardActions.claim';
import handBack from '@salesforce/apex/SbxCardActions.handBack';
import judge from '@salesforce/apex/SbxCardActions.judge';
import unjudge from '@salesforce/apex/SbxCardActions.unjudge';
import SbxScoreCard from 'c/sbxScoreCard';

jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn() }), { virtual: true });
jest.mock(
  '@salesforce/apex/SbxLeadCard.get',
  () => {
    const { createApexTestWireAdapter } = require('@salesforce/sfdx-lwc-jest');
    return { default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true },
);
jest.mock('@salesforce/apex/SbxCardActions.claim', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SbxCardActions.undoClaim', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SbxCardActions.handBack', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SbxCardActions.judge', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SbxCardActions.unjudge', () => ({ default: jest.fn() }), { virtual: true });

const recordId = '00Q000000000001AAA';
const words = (text) => [{ text }];
const line = (code, text, points = 0) => ({ code, points, parts: words(text) });
const section = (code, ...lines) => ({ code, title: code, lines });

const scored = {
  state: 'scored',
  mode: 'live',
  decisionId: 'a01000000000001AAA',
  axes: [{ name: 'fit', score: 82, band: 'high', coverage: 90 }],
  confidence: 77,
  confidenceBand: 'enough',
  basis: 'history',
  trainedOn: 1240,
  bucket: 'warm',
  destination: 'East enterprise',
  ownerName: 'Ana Ruiz',
  isMine: true,
  dueAt: '2026-03-18T09:05:00.000Z',
  clockState: 'running',
  headline: words('Goes to Ana Ruiz'),
  sections: [
    section(
      'reason',
      line('rule', 'Rule 7'),
      line('territory', 'Territory: East.'),
      line('turn', 'It is your turn.'),
      line('consumedTurn', 'It cost a turn.'),
      line('rulePassed', 'Rule 1 did not apply.'),
    ),
    section(
      'fit',
      line('total', '82 of 100'),
      ...[31, 24, 18, 9, -6, 4, 2].map((points) => line('value', 'employees 500', points)),
      line('base', 'what every lead starts with', 20),
    ),
    section('others', line('candidate', 'on leave')),
  ],
  message: 'short',
  question: 'Who else is evaluating this?',
  actions: ['handBack', 'claim', 'wrongScore', 'agreed'],
  flags: [],
  said: ['agreed'],
};

const blank = { state: 'unscored', axes: [], headline: [], sections: [], actions: [], flags: [], said: [] };

const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('the score card', () => {
  let element;
  let toasts;

  beforeEach(() => {
    refreshApex.mockResolvedValue();
    element = createElement('c-sbx-score-card', { is: SbxScoreCard });
    element.recordId = recordId;
    toasts = [];
    element.addEventListener('lightning__showtoast', (event) => toasts.push(event.detail));
    document.body.appendChild(element);
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  const all = (selector) => [...element.shadowRoot.querySelectorAll(selector)];
  const text = () => element.shadowRoot.textContent;
  const button = (label) => all('lightning-button').find((each) => each.label === label);
  const emit = async (card) => {
    getCard.emit(card);
    await settle();
  };
  const press = async (label) => {
    button(label).click();
    await settle();
  };

  it('shows that it loads until the answer is there', async () => {
    expect(all('lightning-spinner').length).toBe(1);
    await emit(scored);
    expect(all('lightning-spinner').length).toBe(0);
  });

  it('shows each axis apart, confidence with what it is based on, owner and clock', async () => {
    await emit(scored);
    expect(all('c-sbx-score-axis').map((each) => [each.name, each.score])).toEqual([
      ['fit', 82],
      ['confidence', 77],
    ]);
    expect(all('c-sbx-score-axis')[1].remark).toBe('c.SbxBasisHistory');
    expect(all('c-sbx-clock-countdown')[0].dueAt).toBe(scored.dueAt);
    expect(text()).toContain('Ana Ruiz');
    expect(text()).toContain('Who else is evaluating this?');
  });

  it('shows what decided at once and everything in the story', async () => {
    await emit(scored);
    const titles = all('lightning-accordion-section').map((each) => each.name);
    expect(titles).toEqual(['reason', 'fit', 'others']);
    const shown = [...all('dd')[0].querySelectorAll('c-sbx-story-line')].map((each) => each.line.code);
    expect(shown).toEqual(['rule', 'territory', 'turn']);
  });

  it('shows the strongest points of fit, and not what every lead starts with', async () => {
    await emit(scored);
    const shown = [...all('dd')[1].querySelectorAll('c-sbx-story-line')].map((each) => each.line.points);
    expect(shown).toEqual([31, 24, 18, 9, -6, 4]);
  });

  it('says of a decision whose story is gone only what it knows', async () => {
    await emit({ ...scored, sections: [], axes: [], flags: [{ code: 'unreadable', about: null }] });
    expect(text()).toContain('c.SbxFlagUnreadable');
    expect(all('dd').length).toBe(2);
    expect(all('lightning-accordion').length).toBe(0);
  });

  it.each([
    ['hidden', 'c.SbxStateHidden'],
    ['unscored', 'c.SbxStateUnscored'],
    ['left', 'c.SbxStateLeft'],
  ])('says what the state %s means and nothing more', async (state, words_) => {
    await emit({ ...blank, state });
    expect(text()).toContain(words_);
    expect(all('c-sbx-score-axis').length).toBe(0);
    expect(all('lightning-button').length).toBe(0);
  });

  it('says that it only observes or suggests', async () => {
    await emit({ ...scored, state: 'observe', mode: 'observe' });
    expect(text()).toContain('c.SbxStateObserve');
    await emit({ ...scored, mode: 'suggest' });
    expect(text()).toContain('c.SbxStateSuggest');
  });

  it('says what stands in the way of a record that was put aside', async () => {
    const trouble = { code: 'SFA007', found: 'A rule refused it.', nextStep: 'Look at the rule.' };
    await emit({ ...blank, state: 'aside', trouble });
    expect(all('[role=status]')[0].textContent).toContain('SFA007: A rule refused it.');
    expect(all('[role=status]')[0].textContent).toContain('Look at the rule.');
  });

  it('looks again while the record waits, and stops with the component', async () => {
    jest.useFakeTimers();
    getCard.emit({ ...blank, state: 'waiting', waitingSince: '2026-03-18T09:00:00.000Z' });
    await jest.advanceTimersByTimeAsync(4100);
    expect(refreshApex).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(100000);
    expect(refreshApex).toHaveBeenCalledTimes(15);
    expect(text()).toContain('c.SbxStateWaitingLong');
    element.remove();
    expect(jest.getTimerCount()).toBe(0);
    jest.useRealTimers();
  });

  it('shows the error of Apex and tries again when asked', async () => {
    getCard.error({ message: 'SFA201: This record is not there.' });
    await settle();
    expect(all('[role=alert]')[0].textContent).toContain('SFA201: This record is not there.');
    await press('c.SbxRetry');
    expect(refreshApex).toHaveBeenCalledTimes(1);
  });

  it('shows a long message in part until the whole is asked for', async () => {
    const message = `${'word '.repeat(80)}end`;
    await emit({ ...scored, message });
    expect(all('.message')[0].textContent).not.toContain('end');
    await press('c.SbxWholeMessage');
    expect(all('.message')[0].textContent).toContain('end');
    await press('c.SbxLessMessage');
    expect(all('.message')[0].textContent).toMatch(/word…”$/);
  });

  it('claims, tells of it and shows what is then', async () => {
    claim.mockResolvedValue();
    await emit(scored);
    await press('c.SbxClaim');
    expect(claim).toHaveBeenCalledWith({ recordId });
    expect(toasts[0]).toMatchObject({ title: 'c.SbxToastClaimed', variant: 'success' });
    expect(refreshApex).toHaveBeenCalled();
  });

  it('asks why before it hands back, and sends the reason', async () => {
    handBack.mockResolvedValue('decided');
    await emit(scored);
    await press('c.SbxHandBack');
    const [area] = all('lightning-textarea');
    area.dispatchEvent(new CustomEvent('change', { detail: { value: 'On leave.' } }));
    await press('c.SbxNoteSend');
    expect(handBack).toHaveBeenCalledWith({ recordId, reason: 'On leave.' });
    expect(toasts[0].title).toBe('c.SbxToastHandedBack');
    expect(all('lightning-textarea').length).toBe(0);
  });

  it('does nothing when the question why is cancelled', async () => {
    await emit(scored);
    await press('c.SbxWrongScore');
    await press('c.SbxCancel');
    expect(all('lightning-textarea').length).toBe(0);
    expect(judge).not.toHaveBeenCalled();
  });

  it('says a judgement with its note', async () => {
    judge.mockResolvedValue();
    await emit(scored);
    await press('c.SbxWrongScore');
    await press('c.SbxNoteSend');
    expect(judge).toHaveBeenCalledWith({ recordId, kind: 'wrongScore', note: '' });
  });

  it('takes back what was said before', async () => {
    unjudge.mockResolvedValue();
    await emit(scored);
    expect(button('c.SbxSaidMark').variant).toBe('brand-outline');
    await press('c.SbxSaidMark');
    expect(unjudge).toHaveBeenCalledWith({ recordId, kind: 'agreed' });
  });

  it('tells of what went wrong and goes on', async () => {
    claim.mockRejectedValue({ body: { message: 'SFA204: The owner was not changed.' } });
    await emit(scored);
    await press('c.SbxClaim');
    expect(toasts[0]).toMatchObject({ title: 'SFA204: The owner was not changed.', variant: 'error' });
    expect(button('c.SbxClaim').disabled).toBe(false);
  });
});
