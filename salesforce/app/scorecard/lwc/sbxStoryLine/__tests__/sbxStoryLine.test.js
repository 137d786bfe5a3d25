import { createElement } from 'lwc';
import SbxStoryLine from 'c/sbxStoryLine';

const show = (line) => {
  const element = Object.assign(createElement('c-sbx-story-line', { is: SbxStoryLine }), { line });
  document.body.appendChild(element);
  return element.shadowRoot;
};

describe('a line of a story', () => {
  afterEach(() => document.body.replaceChildren());

  it('has its points before it, with their sign', () => {
    const up = show({ points: 31, parts: [{ text: 'employees 500' }] });
    expect(up.querySelector('.points').textContent).toBe('+31');
    const down = show({ points: -6, parts: [{ text: 'no website found' }] });
    expect(down.querySelector('.points').textContent).toBe('−6');
    expect(show({ points: 0, parts: [{ text: 'plain' }] }).querySelector('.points')).toBeNull();
  });

  it('writes instants in the reader’s own way and words as they are', () => {
    const root = show({
      points: 0,
      parts: [{ text: 'Decided ' }, { instant: '2026-03-18T09:00:00.000Z' }, { text: '<b>.</b>' }],
    });
    expect(root.querySelector('lightning-formatted-date-time').value).toBe('2026-03-18T09:00:00.000Z');
    expect([...root.querySelectorAll('.words')].map((each) => each.textContent)).toEqual(['Decided ', '<b>.</b>']);
  });
});
