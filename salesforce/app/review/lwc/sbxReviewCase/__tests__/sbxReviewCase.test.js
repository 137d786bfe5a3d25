import { createElement } from 'lwc';
import SbxReviewCase from 'c/sbxReviewCase';

const reviewCase = {
  recordId: '00Q000000000001AAA',
  name: 'Harriet Hall',
  company: 'Northwind',
  ownerName: 'Review',
  kind: 'review',
  reason: [{ text: 'Goes to review' }],
  confidence: 31,
  dueAt: '2026-03-18T09:05:00.000Z',
  clockState: 'running',
  said: ['agreed'],
};

const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('a doubtful case', () => {
  let told;
  afterEach(() => document.body.replaceChildren());

  const show = (props = {}) => {
    const element = Object.assign(createElement('c-sbx-review-case', { is: SbxReviewCase }), {
      reviewCase,
      receivers: [{ label: 'Ana Ruiz', value: 'ana' }],
      ...props,
    });
    told = [];
    ['judge', 'send'].forEach((name) => element.addEventListener(name, ({ detail }) => told.push([name, detail])));
    document.body.appendChild(element);
    return element.shadowRoot;
  };
  const button = (root, label) => [...root.querySelectorAll('lightning-button')].find((each) => each.label === label);

  it('shows who it is, why a person should look and until when', () => {
    const root = show();
    expect(root.querySelector('a').textContent).toBe('Harriet Hall');
    expect(root.querySelector('c-sbx-story-line').line.parts).toEqual(reviewCase.reason);
    expect(root.querySelector('c-sbx-clock-countdown').dueAt).toBe(reviewCase.dueAt);
    expect(root.querySelector('lightning-badge').label).toBe('c.SbxReviewLow');
  });

  it('tells whether somebody agrees, with one click', () => {
    const root = show();
    expect(button(root, 'c.SbxAgree').variant).toBe('brand-outline');
    expect(button(root, 'c.SbxDisagree').variant).toBe('neutral');
    button(root, 'c.SbxDisagree').click();
    button(root, 'c.SbxAgree').click();
    expect(told.map(([name]) => name)).toEqual(['judge', 'judge']);
  });

  it('tells where it is sent once somebody is chosen', async () => {
    const root = show();
    expect(button(root, 'c.SbxReviewSend').disabled).toBe(true);
    root.querySelector('lightning-combobox').dispatchEvent(new CustomEvent('change', { detail: { value: 'ana' } }));
    await settle();
    button(root, 'c.SbxReviewSend').click();
    expect(told).toEqual([['send', { recordId: reviewCase.recordId, receiver: 'ana' }]]);
  });

  it('marks what was put aside, which nobody can agree with', () => {
    const root = show({ reviewCase: { ...reviewCase, kind: 'aside', confidence: null } });
    expect(root.querySelector('lightning-badge').label).toBe('c.SbxReviewAside');
    expect(button(root, 'c.SbxAgree')).toBeUndefined();
  });

  it('opens the record', () => {
    const root = show();
    const event = new CustomEvent('click', { cancelable: true });
    root.querySelector('a').dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
  });
});
