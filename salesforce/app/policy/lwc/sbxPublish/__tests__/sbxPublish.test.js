import { createElement } from 'lwc';
import SbxPublish from 'c/sbxPublish';
import readView from '@salesforce/apex/SbxPublishPage.view';
import publishRows from '@salesforce/apex/SbxPublishPage.publish';
import compareWith from '@salesforce/apex/SbxPublishPage.compare';
import restoreRows from '@salesforce/apex/SbxPublishPage.restore';

jest.mock('@salesforce/apex/SbxPublishPage.view', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SbxPublishPage.publish', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SbxPublishPage.compare', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SbxPublishPage.restore', () => ({ default: jest.fn() }), { virtual: true });

const change = { kind: 'rule', what: 'changed', about: 'big', before: '1. When small.', after: '1. When large.' };
const revision = { id: 'a01', revisionNumber: 3, note: 'Spring.', publishedBy: 'Mara', isLive: true };
const view = {
  mayPublish: true,
  mayRestore: true,
  liveNumber: 3,
  isUnchanged: false,
  problems: [],
  changes: [change],
  revisions: [revision],
};

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

async function open(shown) {
  readView.mockResolvedValue(shown);
  const element = createElement('c-sbx-publish', { is: SbxPublish });
  document.body.appendChild(element);
  await settled();
  return element;
}

function part(element, name) {
  return [...element.shadowRoot.querySelectorAll(`[data-part="${name}"]`)].map((each) => each.textContent);
}

function button(element, label) {
  return [...element.shadowRoot.querySelectorAll('lightning-button')].find((each) => each.label === label);
}

async function type(element, note) {
  const input = element.shadowRoot.querySelector('lightning-input');
  input.dispatchEvent(new CustomEvent('change', { detail: { value: note } }));
  await settled();
}

describe('the page Publish', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('shows what would change in the words of the rules', async () => {
    const element = await open(view);
    expect(part(element, 'status')).toEqual(['Revision 3 is live; the rules differ from it.']);
    expect(part(element, 'change')[0]).toContain('Before: 1. When small.');
    expect(part(element, 'change')[0]).toContain('After: 1. When large.');
  });

  it('shows twenty of many changes, and all when asked', async () => {
    const changes = Array.from({ length: 203 }, (_, place) => ({ ...change, about: `bin ${place}` }));
    const element = await open({ ...view, changes });
    expect(part(element, 'change')).toHaveLength(20);
    expect(element.shadowRoot.textContent).toContain('Publishing would change 203 things');
    button(element, 'Show 183 more').click();
    await settled();
    expect(part(element, 'change')).toHaveLength(203);
    expect(button(element, 'Show 183 more')).toBeUndefined();
  });

  it('publishes only with a reason', async () => {
    publishRows.mockResolvedValue({ revisionNumber: 4 });
    const element = await open(view);
    expect(button(element, 'Publish').disabled).toBe(true);
    await type(element, 'Larger teams first.');
    expect(button(element, 'Publish').disabled).toBe(false);
    button(element, 'Publish').click();
    await settled();
    expect(publishRows).toHaveBeenCalledWith({ note: 'Larger teams first.' });
  });

  it('shows problems with code, place and next step, and locks publishing', async () => {
    const found = { code: 'POL110', about: 'rule row 2, label', found: 'nothing', nextStep: 'Open that row.' };
    const element = await open({ ...view, problems: [found], changes: [] });
    await type(element, 'Anyway.');
    expect(part(element, 'problem')[0]).toContain('POL110 rule row 2, label: nothing');
    expect(part(element, 'problem')[0]).toContain('Next: Open that row.');
    expect(button(element, 'Publish').disabled).toBe(true);
  });

  it('offers publishing only to those who may', async () => {
    const element = await open({ ...view, mayPublish: false, mayRestore: false });
    expect(button(element, 'Publish')).toBeUndefined();
    expect(button(element, 'Bring back')).toBeUndefined();
  });

  it('compares with an older revision and brings it back', async () => {
    compareWith.mockResolvedValue([change, change]);
    restoreRows.mockResolvedValue({ added: 1, removed: 1, moved: 0, stayed: 9 });
    const element = await open(view);
    const told = [];
    element.addEventListener('lightning__showtoast', (event) => told.push(event.detail));
    button(element, 'Compare').click();
    await settled();
    expect(compareWith).toHaveBeenCalledWith({ revisionId: 'a01' });
    expect(element.shadowRoot.textContent).toContain('Bringing back revision 3 would change 2 things');
    button(element, 'Bring back').click();
    await settled();
    expect(restoreRows).toHaveBeenCalledWith({ revisionId: 'a01' });
    expect(told[0].message).toContain('2 rows changed. Publish to make them live.');
  });

  it('shows what a refused call says and stays usable', async () => {
    publishRows.mockRejectedValue({ body: { message: 'SFA380: You may not publish.' } });
    const element = await open(view);
    await type(element, 'Mine.');
    button(element, 'Publish').click();
    await settled();
    expect(element.shadowRoot.querySelector('[role="alert"]').textContent).toBe('SFA380: You may not publish.');
    expect(button(element, 'Publish').disabled).toBe(false);
  });
});
