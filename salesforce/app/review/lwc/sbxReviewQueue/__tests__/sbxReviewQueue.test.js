import { createElement } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import getCases from '@salesforce/apex/SbxReviewQueue.cases';
import getReceivers from '@salesforce/apex/SbxReviewQueue.receivers';
import sendTo from '@salesforce/apex/SbxReviewQueue.sendTo';
import judge from '@salesforce/apex/SbxCardActions.judge';
import SbxReviewQueue from 'c/sbxReviewQueue';

jest.mock('@salesforce/apex', () => ({ refreshApex: jest.fn() }), { virtual: true });
jest.mock(
  '@salesforce/apex/SbxReviewQueue.cases',
  () => {
    const { createApexTestWireAdapter } = require('@salesforce/sfdx-lwc-jest');
    return { default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true },
);
jest.mock(
  '@salesforce/apex/SbxReviewQueue.receivers',
  () => {
    const { createApexTestWireAdapter } = require('@salesforce/sfdx-lwc-jest');
    return { default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true },
);
jest.mock('@salesforce/apex/SbxReviewQueue.sendTo', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SbxCardActions.judge', () => ({ default: jest.fn() }), { virtual: true });

const reviewCase = { recordId: '00Q000000000001AAA', name: 'Harriet', kind: 'review', reason: [], said: [] };
const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('the review page', () => {
  let element;
  let toasts;

  beforeEach(() => {
    refreshApex.mockResolvedValue();
    element = createElement('c-sbx-review-queue', { is: SbxReviewQueue });
    toasts = [];
    element.addEventListener('lightning__showtoast', (event) => toasts.push(event.detail));
    document.body.appendChild(element);
  });
  afterEach(() => {
    document.body.replaceChildren();
    jest.clearAllMocks();
  });

  const one = (selector) => element.shadowRoot.querySelector(selector);

  it('lists the cases with whom they can be sent to', async () => {
    getReceivers.emit([{ label: 'Ana Ruiz', value: 'ana' }]);
    getCases.emit([reviewCase]);
    await settle();
    expect(one('c-sbx-review-case').reviewCase.name).toBe('Harriet');
    expect(one('c-sbx-review-case').receivers.length).toBe(1);
  });

  it('lists ten at first and more when they are asked for', async () => {
    getCases.emit(Array.from({ length: 23 }, (_, place) => ({ ...reviewCase, recordId: `00Q${place}` })));
    await settle();
    const count = () => element.shadowRoot.querySelectorAll('c-sbx-review-case').length;
    const more = () =>
      [...element.shadowRoot.querySelectorAll('lightning-button')].find(({ label }) => label === 'c.SbxReviewMore');
    expect(count()).toBe(10);
    more().click();
    await settle();
    expect(count()).toBe(20);
    more().click();
    await settle();
    expect(count()).toBe(23);
    expect(more()).toBeUndefined();
  });

  it('says that nothing waits, and what went wrong', async () => {
    getCases.emit([]);
    await settle();
    expect(one('[role=status]').textContent).toBe('c.SbxReviewEmpty');
    getCases.error({ message: 'No.' });
    await settle();
    expect(one('[role=alert]').textContent).toBe('No.');
  });

  it('asks for the sample when it is chosen', async () => {
    getCases.emit([reviewCase]);
    await settle();
    one('lightning-radio-group').dispatchEvent(new CustomEvent('change', { detail: { value: 'sample' } }));
    await settle();
    expect(getCases.getLastConfig()).toEqual({ kind: 'sample' });
    expect(one('lightning-spinner')).not.toBeNull();
  });

  it('does what a case asks for and reads the list again', async () => {
    judge.mockResolvedValue();
    sendTo.mockResolvedValue();
    getCases.emit([reviewCase]);
    await settle();
    const { recordId } = reviewCase;
    one('c-sbx-review-case').dispatchEvent(new CustomEvent('judge', { detail: { recordId, kind: 'agreed' } }));
    await settle();
    expect(judge).toHaveBeenCalledWith({ recordId, kind: 'agreed', note: null });
    one('c-sbx-review-case').dispatchEvent(new CustomEvent('send', { detail: { recordId, receiver: 'ana' } }));
    await settle();
    expect(sendTo).toHaveBeenCalledWith({ recordId, receiver: 'ana' });
    expect(refreshApex).toHaveBeenCalledTimes(2);
    expect(toasts.map(({ variant }) => variant)).toEqual(['success', 'success']);
  });

  it('tells of an error and reads the list again', async () => {
    sendTo.mockRejectedValue({ body: { message: 'SFA215: Nobody.' } });
    getCases.emit([reviewCase]);
    await settle();
    one('c-sbx-review-case').dispatchEvent(new CustomEvent('send', { detail: {} }));
    await settle();
    expect(toasts[0]).toMatchObject({ title: 'SFA215: Nobody.', variant: 'error' });
  });

  it('reads the list again when asked', async () => {
    getCases.emit([]);
    await settle();
    one('lightning-button').click();
    await settle();
    expect(refreshApex).toHaveBeenCalledTimes(1);
  });
});
