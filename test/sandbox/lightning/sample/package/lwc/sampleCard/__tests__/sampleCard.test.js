import { createElement } from 'lwc';
import decide from '@salesforce/apex/SampleScore.decide';
import getScore from '@salesforce/apex/SampleScore.getScore';
import SampleCard from 'c/sampleCard';

jest.mock(
  '@salesforce/apex/SampleScore.getScore',
  () => {
    const { createApexTestWireAdapter } = require('@salesforce/sfdx-lwc-jest');
    return { default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true },
);
jest.mock('@salesforce/apex/SampleScore.decide', () => ({ default: jest.fn() }), { virtual: true });

const score = { bucket: 'warm', points: 72, decidedAt: '2026-07-01T10:30:00.000Z', lines: [], reasons: [] };

const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('the sample card', () => {
  afterEach(() => document.body.replaceChildren());

  const show = () => {
    const element = createElement('c-sample-card', { is: SampleCard });
    element.recordId = '00Q000000000001AAA';
    document.body.appendChild(element);
    return element;
  };

  it('shows what Apex answered', async () => {
    const element = show();
    getScore.emit(score);
    await settle();
    expect(element.shadowRoot.querySelector('lightning-badge').label).toBe('warm');
  });

  it('shows the error of Apex', async () => {
    const element = show();
    getScore.error({ message: 'You may not see this lead.' });
    await settle();
    expect(element.shadowRoot.querySelector('[role=alert]').textContent).toBe('You may not see this lead.');
  });

  it('tells in a toast what was decided', async () => {
    decide.mockResolvedValue({ bucket: 'hot' });
    const element = show();
    getScore.emit(score);
    await settle();
    const listener = jest.fn();
    element.addEventListener('lightning__showtoast', listener);
    const buttons = [...element.shadowRoot.querySelectorAll('lightning-button')];
    buttons.find((button) => button.label === 'Decide again').click();
    await settle();
    expect(listener.mock.calls[0][0].detail.variant).toBe('success');
    expect(decide).toHaveBeenCalledWith({ recordId: '00Q000000000001AAA' });
  });
});
