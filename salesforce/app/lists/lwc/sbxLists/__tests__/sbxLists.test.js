import { createElement } from 'lwc';
import SbxLists from 'c/sbxLists';
import readSizes from '@salesforce/apex/SbxLists.sizes';
import addEntries from '@salesforce/apex/SbxLists.add';
import removeEntries from '@salesforce/apex/SbxLists.remove';

jest.mock(
  '@salesforce/apex/SbxLists.sizes',
  () => {
    const { createApexTestWireAdapter } = require('@salesforce/sfdx-lwc-jest');
    return { default: createApexTestWireAdapter(jest.fn()) };
  },
  { virtual: true },
);
jest.mock('@salesforce/apex/SbxLists.add', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SbxLists.remove', () => ({ default: jest.fn() }), { virtual: true });

const nothing = { added: 0, present: 0, removed: 0, refused: 0, problems: [] };
const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

function open() {
  const element = createElement('c-sbx-lists', { is: SbxLists });
  document.body.appendChild(element);
  return element;
}

async function paste(element, text) {
  const area = element.shadowRoot.querySelector('lightning-textarea');
  area.dispatchEvent(new CustomEvent('change', { detail: { value: text } }));
  await settled();
}

function button(element, label) {
  return [...element.shadowRoot.querySelectorAll('lightning-button')].find((each) => each.label === label);
}

function summary(element) {
  return element.shadowRoot.querySelector('[data-part="summary"]')?.textContent;
}

describe('the page Lists', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('offers the lists with their sizes', async () => {
    const element = open();
    readSizes.emit([
      { name: 'competitorDomain', label: 'Competitors', entries: 3 },
      { name: 'freeMail', label: 'Free mail', entries: 7000 },
    ]);
    await settled();
    const labels = element.shadowRoot.querySelector('lightning-combobox').options.map((each) => each.label);
    expect(labels).toEqual(['Competitors (3)', 'Free mail (7000)']);
  });

  it('adds what was pasted and says what came of it', async () => {
    addEntries.mockResolvedValue({ ...nothing, added: 2, refused: 1, problems: ['"x" is no mail domain'] });
    const element = open();
    expect(button(element, 'Add').disabled).toBe(true);
    await paste(element, 'rival.example\nother.example\nx');
    button(element, 'Add').click();
    await settled();
    expect(addEntries).toHaveBeenCalledWith({
      listName: 'competitorDomain',
      text: 'rival.example\nother.example\nx',
    });
    expect(summary(element)).toBe('2 added, 1 refused.');
    expect(element.shadowRoot.textContent).toContain('"x" is no mail domain');
  });

  it('reads a file', async () => {
    const element = open();
    const input = element.shadowRoot.querySelector('lightning-input');
    input.dispatchEvent(new CustomEvent('change', { detail: { files: [{ text: async () => 'file.example' }] } }));
    await settled();
    expect(element.shadowRoot.querySelector('lightning-textarea').value).toBe('file.example');
  });

  it('takes entries away from the chosen list', async () => {
    removeEntries.mockResolvedValue({ ...nothing, removed: 1 });
    const element = open();
    element.shadowRoot
      .querySelector('lightning-combobox')
      .dispatchEvent(new CustomEvent('change', { detail: { value: 'namedAccount' } }));
    await paste(element, 'rival.example');
    button(element, 'Take away').click();
    await settled();
    expect(removeEntries).toHaveBeenCalledWith({ listName: 'namedAccount', text: 'rival.example' });
    expect(summary(element)).toBe('1 taken away.');
  });

  it('keeps what was pasted when the call is refused', async () => {
    addEntries.mockRejectedValue({ body: { message: 'SFA362: These are 10001 entries.' } });
    const element = open();
    await paste(element, 'rival.example');
    button(element, 'Add').click();
    await settled();
    expect(element.shadowRoot.querySelector('[role="alert"]').textContent).toContain('SFA362');
    expect(element.shadowRoot.querySelector('lightning-textarea').value).toBe('rival.example');
  });
});
