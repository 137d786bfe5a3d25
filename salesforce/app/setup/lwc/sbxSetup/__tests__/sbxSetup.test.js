import { createElement } from 'lwc';
import SbxSetup from 'c/sbxSetup';
import readView from '@salesforce/apex/SbxSetup.view';
import makeMissing from '@salesforce/apex/SbxSetup.makeMissing';
import tellMode from '@salesforce/apex/SbxSetup.tellMode';
import changeMode from '@salesforce/apex/SbxSetup.changeMode';

jest.mock('@salesforce/apex/SbxSetup.view', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SbxSetup.makeMissing', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SbxSetup.tellMode', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SbxSetup.changeMode', () => ({ default: jest.fn() }), { virtual: true });

const view = {
  mode: 'observe',
  mayChangeMode: true,
  items: [
    { name: 'revision', title: 'A policy is published', state: 'done', found: 'Revision 1.' },
    {
      name: 'queues',
      title: 'The queues have members',
      state: 'todo',
      found: 'Missing: SbxReview.',
      nextStep: 'Add people.',
    },
    { name: 'flows', title: 'No flow', state: 'unknown', found: 'This can’t be read.', nextStep: 'Look yourself.' },
  ],
};

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

async function open() {
  const element = createElement('c-sbx-setup', { is: SbxSetup });
  document.body.appendChild(element);
  await settled();
  return element;
}

function button(element, label) {
  return [...element.shadowRoot.querySelectorAll('lightning-button')].find((each) => each.label === label);
}

describe('the page Setup', () => {
  beforeEach(() => {
    readView.mockResolvedValue(view);
  });

  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('shows each thing with its state and the next step', async () => {
    const element = await open();
    const lines = [...element.shadowRoot.querySelectorAll('li[data-name]')];
    expect(lines.map((each) => each.dataset.name)).toEqual(['revision', 'queues', 'flows']);
    expect(lines[1].textContent).toContain('Next: Add people.');
    const icons = [...element.shadowRoot.querySelectorAll('lightning-icon')].map((each) => each.alternativeText);
    expect(icons).toEqual(['Done', 'To do', 'Unknown']);
    expect(element.shadowRoot.textContent).toContain('1 of 3 things are left to do.');
  });

  it('asks before it changes the mode and says what will change', async () => {
    tellMode.mockResolvedValue(['Every new lead gets an owner.']);
    changeMode.mockResolvedValue(2);
    const element = await open();
    const told = [];
    element.addEventListener('lightning__showtoast', (event) => told.push(event.detail));
    const group = element.shadowRoot.querySelector('lightning-radio-group');
    group.dispatchEvent(new CustomEvent('change', { detail: { value: 'live' } }));
    await settled();
    expect(changeMode).not.toHaveBeenCalled();
    expect(element.shadowRoot.textContent).toContain('Every new lead gets an owner.');
    button(element, 'Change to live').click();
    await settled();
    expect(changeMode).toHaveBeenCalledWith({ mode: 'live' });
    expect(told[0].message).toBe('Revision 2 is live in mode live.');
  });

  it('changes nothing when the person cancels', async () => {
    tellMode.mockResolvedValue(['Every new lead gets an owner.']);
    const element = await open();
    const group = element.shadowRoot.querySelector('lightning-radio-group');
    group.dispatchEvent(new CustomEvent('change', { detail: { value: 'live' } }));
    await settled();
    button(element, 'Cancel').click();
    await settled();
    expect(button(element, 'Change to live')).toBeUndefined();
    expect(changeMode).not.toHaveBeenCalled();
  });

  it('tells which step of setting up failed', async () => {
    makeMissing.mockResolvedValue([{ name: 'reps', state: 'failed', found: 'no queue' }]);
    const element = await open();
    const told = [];
    element.addEventListener('lightning__showtoast', (event) => told.push(event.detail));
    button(element, 'Set up what is missing').click();
    await settled();
    expect(told[0]).toMatchObject({ variant: 'error', message: 'reps: no queue' });
  });

  it('tells what a job is still at', async () => {
    makeMissing.mockResolvedValue([
      { name: 'rows', state: 'done' },
      { name: 'calendars snapshot', state: 'started', found: 'Working hours are being worked out.' },
    ]);
    const element = await open();
    const told = [];
    element.addEventListener('lightning__showtoast', (event) => told.push(event.detail));
    button(element, 'Set up what is missing').click();
    await settled();
    expect(told[0]).toMatchObject({
      variant: 'success',
      message: 'Everything is set up. Working hours are being worked out.',
    });
  });

  it('shows what a refused call says', async () => {
    readView.mockRejectedValue({ body: { message: 'SFA370: You may not set Signalbox up.' } });
    const element = await open();
    expect(element.shadowRoot.querySelector('[role="alert"]').textContent).toBe(
      'SFA370: You may not set Signalbox up.',
    );
  });
});
