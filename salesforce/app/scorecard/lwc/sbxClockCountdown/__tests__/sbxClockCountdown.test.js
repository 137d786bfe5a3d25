import { createElement } from 'lwc';
import SbxClockCountdown, { writeLength } from 'c/sbxClockCountdown';

const now = new Date('2026-03-18T09:00:00Z').getTime();

const show = (props) => {
  const element = Object.assign(createElement('c-sbx-clock-countdown', { is: SbxClockCountdown }), props);
  document.body.appendChild(element);
  return element;
};

describe('a countdown', () => {
  beforeEach(() => jest.useFakeTimers({ now }));
  afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
  });

  it('runs down by the second to the due time, and up from it', async () => {
    const { shadowRoot } = show({ dueAt: '2026-03-18T09:00:02Z', state: 'running' });
    expect(shadowRoot.querySelector('[role=timer]').textContent).toBe('0:02');
    expect(shadowRoot.textContent).toContain('c.SbxDueIn');
    await jest.advanceTimersByTimeAsync(5000);
    expect(shadowRoot.querySelector('[role=timer]').textContent).toBe('0:03');
    expect(shadowRoot.textContent).toContain('c.SbxOverdueBy');
    expect(shadowRoot.querySelector('lightning-icon').variant).toBe('error');
  });

  it('stops with the component', () => {
    const element = show({ dueAt: '2026-03-18T09:10:00Z', state: 'running' });
    expect(jest.getTimerCount()).toBe(1);
    element.remove();
    expect(jest.getTimerCount()).toBe(0);
  });

  it.each([
    ['met', 'c.SbxClockMet'],
    ['closed', 'c.SbxClockClosed'],
    ['none', 'c.SbxClockNone'],
  ])('says that a clock is %s and counts nothing', (state, words) => {
    const { shadowRoot } = show({ dueAt: '2026-03-18T09:10:00Z', state });
    expect(shadowRoot.textContent).toContain(words);
    expect(shadowRoot.querySelector('[role=timer]')).toBeNull();
  });

  it('goes on counting what was missed until somebody touches it', () => {
    const { shadowRoot } = show({ dueAt: '2026-03-18T07:00:00Z', state: 'missed' });
    expect(shadowRoot.querySelector('[role=timer]').textContent).toBe('2:00:00');
  });

  it('writes lengths of time as short as they can be read', () => {
    expect([0, 65, 3661, 90061].map(writeLength)).toEqual(['0:00', '1:05', '1:01:01', '1 d 1 h']);
  });
});
