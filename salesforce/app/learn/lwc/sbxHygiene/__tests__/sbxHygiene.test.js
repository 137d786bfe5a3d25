import { createElement } from 'lwc';
import SbxHygiene from 'c/sbxHygiene';

const mockNavigate = jest.fn();
jest.mock('lightning/navigation', () => {
  const Navigate = Symbol('Navigate');
  const NavigationMixin = (Base) =>
    class extends Base {
      [Navigate](reference) {
        mockNavigate(reference);
      }
    };
  NavigationMixin.Navigate = Navigate;
  return { NavigationMixin };
});

const line = (code, grade, more = {}) => ({
  code,
  title: `Title of ${code}`,
  grade,
  found: `Found by ${code}.`,
  next: grade === 'inPlace' ? '' : `Mend ${code}.`,
  recordCount: 0,
  witnesses: [],
  isStopping: false,
  ...more,
});

const report = {
  lines: [
    line('LRN001', 'inPlace'),
    line('LRN002', 'partial', {
      witnesses: Array.from({ length: 9 }, (_, place) => ({ leadKey: `00Q${place}`, seen: `seen ${place}` })),
    }),
    line('LRN003', 'missing', { isStopping: true }),
  ],
  recentDeals: [],
  excludedFields: [{ fieldKey: 'city', code: 'LRN014', reason: 'it is set afterwards' }],
  isStopped: true,
};

function open(shown) {
  const element = createElement('c-sbx-hygiene', { is: SbxHygiene });
  element.report = shown;
  document.body.appendChild(element);
  return element;
}

const part = (element, name) =>
  [...element.shadowRoot.querySelectorAll(`[data-part="${name}"]`)].map((each) => each.textContent);

describe('hygiene', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows what stops learning first, with the next step', () => {
    const element = open(report);
    const lines = part(element, 'line');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toContain('Title of LRN003 · Missing, and it stops learning');
    expect(lines[0]).toContain('Next: Mend LRN003.');
    expect(lines[1]).toContain('Title of LRN002 · Partial');
    expect(part(element, 'summary')[0]).toBe(
      '1 in place, 1 partial, 1 missing. Nothing is learned until what stops it is mended.',
    );
  });

  it('keeps what is in place for those who ask', () => {
    expect(part(open(report), 'in-place')).toEqual(['Title of LRN001: Found by LRN001.']);
  });

  it('leads to five of the leads behind a finding', () => {
    const element = open(report);
    const buttons = [...element.shadowRoot.querySelectorAll('lightning-button')];
    expect(buttons).toHaveLength(5);
    buttons[1].click();
    expect(mockNavigate.mock.calls[0][0].attributes).toEqual({
      recordId: '00Q1',
      objectApiName: 'Lead',
      actionName: 'view',
    });
  });

  it('names the fields that may not teach', () => {
    expect(part(open(report), 'excluded')).toEqual(['city: it is set afterwards (LRN014)']);
    document.body.replaceChildren();
    expect(part(open({ ...report, excludedFields: [], isStopped: false }), 'excluded')).toEqual([]);
  });
});
