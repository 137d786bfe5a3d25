import { createElement } from 'lwc';
import SbxLearn from 'c/sbxLearn';
import readView from '@salesforce/apex/SbxLearnPage.view';
import readPage from '@salesforce/apex/SbxLearnPage.page';
import putInRows from '@salesforce/apex/SbxLearnPage.putIn';
import takeBackRows from '@salesforce/apex/SbxLearnPage.takeBack';
import { pagesOf, policy } from '../../sbxLearning/__tests__/history';

jest.mock('@salesforce/apex/SbxLearnPage.view', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SbxLearnPage.page', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SbxLearnPage.putIn', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SbxLearnPage.takeBack', () => ({ default: jest.fn() }), { virtual: true });

const view = {
  liveNumber: 3,
  policy: JSON.stringify(policy),
  mayPutIn: true,
  statuses: ['Open', 'Closed - Not Converted'],
  trackedSince: '{"Country":5}',
  trainings: [],
};
const training = { what: 'put into the draft', summary: 'Learned.', who: 'Mara', at: '2026-11-01T10:00:00Z' };

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

async function until(isSo, turns = 2000) {
  if (turns === 0 || isSo()) {
    expect(isSo()).toBe(true);
    return;
  }
  await settled();
  await until(isSo, turns - 1);
}

async function open(shown = view) {
  readView.mockResolvedValue(shown);
  const element = createElement('c-sbx-learn', { is: SbxLearn });
  document.body.appendChild(element);
  await settled();
  return element;
}

const part = (element, name) =>
  [...element.shadowRoot.querySelectorAll(`[data-part="${name}"]`)].map((each) => each.textContent);
const button = (element, label) =>
  [...element.shadowRoot.querySelectorAll('lightning-button')].find((each) => each.label.startsWith(label));
const alert = (element) => element.shadowRoot.querySelector('[role="alert"]')?.textContent;

function answerPages(count) {
  pagesOf(count).forEach((page) => readPage.mockResolvedValueOnce(page));
}

async function learned(element) {
  button(element, 'Look at the history').click();
  await until(() => part(element, 'outcome').length === 1);
}

describe('the page Learn', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('takes statuses for lost that say so, and asks', async () => {
    const element = await open();
    const group = element.shadowRoot.querySelector('lightning-checkbox-group');
    expect(group.value).toEqual(['Closed - Not Converted']);
    group.dispatchEvent(new CustomEvent('change', { detail: { value: ['Open'] } }));
    answerPages(1);
    await learned(element);
    expect(readPage).toHaveBeenCalledWith({ before: null, lostStatuses: ['Open'], trackedSince: '{"Country":5}' });
  });

  it('goes from the history to the draft, page by page', async () => {
    const element = await open();
    answerPages(1200);
    await learned(element);
    expect(readPage).toHaveBeenCalledTimes(6);
    expect(readPage.mock.calls[1][0].before).toBe('00Q000000000199AAA');
    expect(part(element, 'outcome')[0]).toContain('1,200 leads read.');
    expect(part(element, 'verdict')[0]).toMatch(/^Fit: learned/);
    expect(part(element, 'unknown')[0]).toContain('country');
    expect(element.shadowRoot.querySelector('c-sbx-hygiene').report.isStopped).toBe(false);
    putInRows.mockResolvedValue({ added: 30, removed: 20 });
    readView.mockResolvedValue({ ...view, trainings: [training] });
    button(element, 'Put into the draft').click();
    await settled();
    await settled();
    const { learned: sent, summary } = putInRows.mock.calls[0][0];
    expect(JSON.parse(sent).scorecards[0].basis).toBe('trained');
    expect(summary).toContain('1,200 leads read.');
    expect(part(element, 'told')[0]).toContain('30 rows came, 20 went. Nothing is published yet.');
    expect(part(element, 'training')[0]).toContain('Mara');
    takeBackRows.mockResolvedValue({ added: 20, removed: 30 });
    button(element, 'Take it back').click();
    await settled();
    await settled();
    expect(takeBackRows).toHaveBeenCalledTimes(1);
    expect(part(element, 'told')[0]).toContain('live revision again');
  });

  it('goes on after an error where it was', async () => {
    const element = await open();
    const [first, second] = pagesOf(400);
    readPage.mockResolvedValueOnce(first).mockRejectedValueOnce({ body: { message: 'The network is gone.' } });
    button(element, 'Look at the history').click();
    await until(() => alert(element) === 'The network is gone.');
    readPage.mockResolvedValueOnce(second);
    expect(button(element, 'Go on').label).toBe('Go on after 200 leads');
    button(element, 'Go on').click();
    await until(() => part(element, 'outcome').length === 1);
    expect(readPage.mock.calls[2][0].before).toBe('00Q000000000199AAA');
    expect(part(element, 'outcome')[0]).toContain('400 leads read.');
  });

  it('stops when somebody cancels, and keeps what was read', async () => {
    const element = await open();
    const [first] = pagesOf(400);
    let answer;
    readPage.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    button(element, 'Look at the history').click();
    await settled();
    expect(part(element, 'progress')).toEqual(['0 leads read']);
    button(element, 'Cancel').click();
    answer(first);
    await until(() => alert(element)?.startsWith('Stopped.'));
    expect(button(element, 'Cancel')).toBeUndefined();
    expect(button(element, 'Go on')).toBeDefined();
  });

  it('shows a refusal, and offers no draft', async () => {
    const element = await open();
    answerPages(40);
    await learned(element);
    expect(part(element, 'verdict')[0]).toBe('Fit: nothing was learned, the present card stays.');
    expect(button(element, 'Put into the draft')).toBeUndefined();
  });

  it('offers the draft only to those who may edit rules', async () => {
    const element = await open({ ...view, mayPutIn: false });
    answerPages(1200);
    await learned(element);
    expect(button(element, 'Put into the draft')).toBeUndefined();
  });

  it('says what to do before anything is published, and when it may not be seen', async () => {
    const element = await open({ ...view, policy: undefined });
    expect(element.shadowRoot.textContent).toContain('Nothing is published yet.');
    document.body.replaceChildren();
    readView.mockRejectedValue({ body: { message: 'SFA425: You may not read leads.' } });
    const refused = createElement('c-sbx-learn', { is: SbxLearn });
    document.body.appendChild(refused);
    await settled();
    expect(alert(refused)).toBe('SFA425: You may not read leads.');
  });
});
