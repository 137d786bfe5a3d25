import { createElement } from 'lwc';
import SbxScoreAxis from 'c/sbxScoreAxis';

const show = (props) => {
  const element = Object.assign(createElement('c-sbx-score-axis', { is: SbxScoreAxis }), props);
  document.body.appendChild(element);
  return element.shadowRoot;
};

describe('a score', () => {
  afterEach(() => document.body.replaceChildren());

  it('is a ring and a number for the eye, hidden from the ear', () => {
    const root = show({ name: 'fit', score: 82, band: 'high' });
    expect(root.querySelector('lightning-progress-ring').value).toBe(82);
    expect(root.querySelector('.score').textContent).toBe('82');
    expect(root.querySelector('[aria-hidden=true]').contains(root.querySelector('.score'))).toBe(true);
    expect(root.querySelector('.slds-assistive-text').textContent).toBe('c.SbxAxisSentence');
  });

  it('warns of low confidence, and of no other low score', () => {
    expect(show({ name: 'confidence', score: 30, band: 'low' }).querySelector('lightning-progress-ring').variant).toBe(
      'warning',
    );
    expect(show({ name: 'capacity', score: 30, band: 'low' }).querySelector('lightning-progress-ring').variant).toBe(
      'base',
    );
  });

  it('shows what it is based on', () => {
    const root = show({ name: 'confidence', score: 77, band: 'enough', remark: 'from 1,240 past leads' });
    expect(root.querySelector('.remark').textContent).toBe('from 1,240 past leads');
  });
});
