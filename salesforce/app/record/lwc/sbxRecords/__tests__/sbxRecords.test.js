import { createElement } from 'lwc';
import SbxRecords from 'c/sbxRecords';
import verifySeals from '@salesforce/apex/SbxVerifySeals.verify';
import startExport from '@salesforce/apex/SbxExport.start';
import erase from '@salesforce/apex/SbxErase.erase';

jest.mock('@salesforce/apex/SbxVerifySeals.verify', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SbxExport.start', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/SbxErase.erase', () => ({ default: jest.fn() }), { virtual: true });

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

function open() {
  const element = createElement('c-sbx-records', { is: SbxRecords });
  document.body.appendChild(element);
  return element;
}

function field(element, label) {
  return [...element.shadowRoot.querySelectorAll('lightning-input, lightning-combobox')].find(
    (each) => each.label === label,
  );
}

async function press(element, label) {
  [...element.shadowRoot.querySelectorAll('lightning-button')].find((each) => each.label === label).click();
  await settled();
}

function said(element, part) {
  return element.shadowRoot.querySelector(`[data-part="${part}"]`).textContent;
}

describe('keeping records', () => {
  afterEach(() => {
    document.body.replaceChildren();
    jest.resetAllMocks();
  });

  it('checks the log piece by piece, each from the seal before it', async () => {
    verifySeals
      .mockResolvedValueOnce({ checked: 200, erased: 1, lastNumber: 200, lastSeal: 'aa', isEnd: false })
      .mockResolvedValueOnce({ checked: 5, erased: 0, lastNumber: 205, lastSeal: 'bb', isEnd: true });
    const element = open();
    await press(element, 'Check');
    expect(verifySeals.mock.calls.map(([asked]) => asked)).toEqual([
      { afterNumber: 0, keptSeal: null },
      { afterNumber: 200, keptSeal: 'aa' },
    ]);
    expect(said(element, 'verified')).toBe('Checked: 205, all sound. Erased: 1. The last seal is bb.');
  });

  it('stops at the first record that does not fit', async () => {
    verifySeals.mockResolvedValue({ code: 'SFA324', problem: 'Record 2 was changed.', isEnd: false });
    const element = open();
    await press(element, 'Check');
    expect(verifySeals).toHaveBeenCalledTimes(1);
    expect(said(element, 'verified')).toBe('SFA324: Record 2 was changed.');
  });

  it('exports the chosen days', async () => {
    startExport.mockResolvedValue('707');
    const element = open();
    for (const [label, value] of [
      ['First day', '2026-03-01'],
      ['Last day', '2026-03-31'],
      ['Form', 'jsonl'],
    ])
      field(element, label).dispatchEvent(new CustomEvent('change', { detail: { value } }));
    await press(element, 'Export');
    expect(startExport).toHaveBeenCalledWith({ firstDay: '2026-03-01', lastDay: '2026-03-31', form: 'jsonl' });
    expect(said(element, 'exported')).toContain('The export has begun.');
  });

  it('erases only after the person has said that they are sure', async () => {
    erase.mockResolvedValue({ decisions: 1, activities: 2, notes: 0 });
    const element = open();
    field(element, 'E-mail address').dispatchEvent(new CustomEvent('change', { detail: { value: 'a@berg.example' } }));
    await settled();
    const button = [...element.shadowRoot.querySelectorAll('lightning-button')].find((each) => each.label === 'Erase');
    expect(button.disabled).toBe(true);
    field(element, 'I know that this cannot be undone').dispatchEvent(
      new CustomEvent('change', { detail: { checked: true } }),
    );
    await settled();
    await press(element, 'Erase');
    expect(erase).toHaveBeenCalledWith({ email: 'a@berg.example' });
    expect(said(element, 'erased')).toContain('Erased: 1 personal parts, 2 activities, 0 notes.');
    expect(button.disabled).toBe(true);
  });

  it('shows what a refused call says', async () => {
    startExport.mockRejectedValue({ body: { message: 'SFA350: The first day must come before the last.' } });
    const element = open();
    await press(element, 'Export');
    expect(element.shadowRoot.querySelector('[role="alert"]').textContent).toContain('SFA350');
  });
});
