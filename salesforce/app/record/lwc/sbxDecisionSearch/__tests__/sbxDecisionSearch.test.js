import { createElement } from 'lwc';
import SbxDecisionSearch from 'c/sbxDecisionSearch';
import searchDecisions from '@salesforce/apex/SbxDecisionSearch.search';

jest.mock('@salesforce/apex/SbxDecisionSearch.search', () => ({ default: jest.fn() }), { virtual: true });

const row = { id: 'a02', name: 'D-000000001', subjectId: '00Q1', subjectName: 'Anna Berg', headline: 'Sales · ana' };

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

function open() {
  const element = createElement('c-sbx-decision-search', { is: SbxDecisionSearch });
  document.body.appendChild(element);
  return element;
}

function type(element, name, detail) {
  const input = [...element.shadowRoot.querySelectorAll('lightning-input, lightning-combobox')].find(
    (each) => each.name === name,
  );
  input.dispatchEvent(new CustomEvent('change', { detail }));
}

async function submit(element) {
  element.shadowRoot.querySelector('form').dispatchEvent(new CustomEvent('submit', { cancelable: true }));
  await settled();
}

function button(element, label) {
  return [...element.shadowRoot.querySelectorAll('lightning-button')].find((each) => each.label === label);
}

describe('the search for decisions', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('asks only for what was typed', async () => {
    searchDecisions.mockResolvedValue({ rows: [row], hasMore: false, page: 0 });
    const element = open();
    type(element, 'person', { value: 'berg' });
    type(element, 'givenTo', { value: '' });
    type(element, 'isCurrentOnly', { checked: true });
    await submit(element);
    expect(searchDecisions).toHaveBeenCalledWith({ wanted: { person: 'berg', isCurrentOnly: true, page: 0 } });
    expect(element.shadowRoot.querySelector('[data-part="summary"]').textContent).toBe('1 decision.');
  });

  it('links each decision and the person it is about', async () => {
    searchDecisions.mockResolvedValue({ rows: [row, { ...row, id: 'a03', subjectId: null }], hasMore: false, page: 0 });
    const element = open();
    await submit(element);
    const { data } = element.shadowRoot.querySelector('lightning-datatable');
    expect(data.map((each) => [each.address, each.subjectAddress])).toEqual([
      ['/a02', '/00Q1'],
      ['/a03', null],
    ]);
  });

  it('goes through the pages', async () => {
    searchDecisions.mockResolvedValue({ rows: [row], hasMore: true, page: 0 });
    const element = open();
    await submit(element);
    expect(button(element, 'Newer').disabled).toBe(true);
    searchDecisions.mockResolvedValue({ rows: [row], hasMore: false, page: 1 });
    button(element, 'Older').click();
    await settled();
    expect(searchDecisions).toHaveBeenLastCalledWith({ wanted: { page: 1 } });
    expect(button(element, 'Older').disabled).toBe(true);
    expect(element.shadowRoot.querySelector('[data-part="summary"]').textContent).toBe('Page 2, 1 decisions.');
  });

  it('says why nothing was found', async () => {
    searchDecisions.mockResolvedValue({ rows: [], hasMore: false, page: 0, advice: 'Nobody of this name.' });
    const element = open();
    await submit(element);
    expect(element.shadowRoot.querySelector('[data-part="summary"]').textContent).toBe('No decision was found.');
    expect(element.shadowRoot.querySelector('[data-part="hint"]').textContent).toBe('Nobody of this name.');
  });

  it('shows what a refused search says', async () => {
    searchDecisions.mockRejectedValue({ body: { message: 'SFA390: This is further than a search goes.' } });
    const element = open();
    await submit(element);
    expect(element.shadowRoot.querySelector('[role="alert"]').textContent).toContain('SFA390');
  });
});
