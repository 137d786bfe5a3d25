import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Button, Form, LoadingButton, Modal, TextArea } from '@hubspot/ui-extensions';
import { uiRefusals } from '../../../../hubspot/handlers/ui/ui-refusals.ts';
import { openState, settle, type OpenState } from '../states/open-state.tsx';
import { stateOf } from '../states/find-state.ts';

const now = Date.UTC(2026, 2, 18, 9);

beforeEach(() => {
  jest.useFakeTimers({ now });
});
afterEach(() => {
  jest.useRealTimers();
});

const open = (name = 'live') => openState(stateOf(name, now));
const button = ({ renderer }: OpenState, text: string) => renderer.find(Button, (node) => node.text === text);
/** Of those that stand on the card, not of those in dialogs. */
const buttonNames = ({ renderer }: OpenState) =>
  [...renderer.findAll(LoadingButton), ...renderer.findAll(Button, ({ props }) => props.type !== 'submit')].map(
    ({ text }) => text,
  );

/** Opens a dialog, types and sends, as a reader does. */
async function send(opened: OpenState, name: string, words: string): Promise<void> {
  const dialog = () => button(opened, name).props.overlay!.find(Modal);
  dialog()
    .find(TextArea)
    .trigger('onInput', words as never);
  dialog().find(Form).trigger('onSubmit');
  await settle();
}

describe('deciding again', () => {
  test('asks once, says what came of it and shows the record as it is then', async () => {
    const opened = await open();
    const before = opened.backend.inputsOf('card').length;
    opened.renderer.find(LoadingButton).trigger('onClick');
    opened.renderer.find(LoadingButton).trigger('onClick');
    await settle();
    expect(opened.backend.inputsOf('decide')).toEqual([{ contactId: '501' }]);
    expect(opened.actions.addAlert.calls).toEqual([
      [{ type: 'success', title: 'Decided', message: 'Goes to Ana Ruiz · Sales · warm' }],
    ]);
    expect(opened.actions.refreshObjectProperties.callCount).toBe(1);
    expect(opened.backend.inputsOf('card').length).toBe(before + 1);
    expect(opened.record.refetched).toBe(1);
  });

  test('shows that it is at work, and lets nobody press anything else meanwhile', async () => {
    const opened = await open();
    opened.backend.say({ decide: 'silent' });
    opened.renderer.find(LoadingButton).trigger('onClick');
    expect(opened.renderer.find(LoadingButton).props.loading).toBe(true);
    expect(button(opened, 'Hand back').props.disabled).toBe(true);
    opened.backend.say({ decide: { content: { state: 'repeated', headline: 'Goes to Ana' } } });
    opened.backend.release();
    await settle();
    expect(opened.renderer.find(LoadingButton).props.loading).toBe(false);
    expect(opened.actions.addAlert.calls[0]![0]).toMatchObject({ type: 'info', title: 'Decided again, to the same' });
  });

  test('that takes a moment is looked for again until the reader goes away', async () => {
    const opened = await open();
    opened.backend.say({ decide: { content: { state: 'waiting', headline: '' } } });
    opened.renderer.find(LoadingButton).trigger('onClick');
    await settle();
    const asked = opened.backend.inputsOf('card').length;
    await jest.advanceTimersByTimeAsync(20_000);
    expect(opened.backend.inputsOf('card').length).toBe(asked + 3);
    expect(opened.actions.addAlert.callCount).toBe(1);
  });

  test('that is refused says why and what to do, and changes nothing', async () => {
    const opened = await open();
    opened.backend.say({ decide: { refusal: uiRefusals.notAllowed } });
    opened.renderer.find(LoadingButton).trigger('onClick');
    await settle();
    const alert = opened.actions.addAlert.calls[0]![0];
    expect(alert.type).toBe('danger');
    expect(alert.message).toContain(uiRefusals.notAllowed.message);
    expect(alert.message).toContain(uiRefusals.notAllowed.nextStep);
    expect(alert.message).toContain('HSW019');
    expect(opened.actions.refreshObjectProperties.callCount).toBe(0);
  });

  test('of a lead is about its contact', async () => {
    const opened = await open('lead');
    expect(opened.backend.inputsOf('card')[0]).toEqual({ leadId: '9001' });
    opened.renderer.find(LoadingButton).trigger('onClick');
    await settle();
    expect(opened.backend.inputsOf('decide')).toEqual([{ contactId: '501' }]);
  });

  test('is offered where nobody has decided yet', async () => {
    const opened = await open('not-decided');
    expect(buttonNames(opened)).toEqual(['Decide now']);
    opened.renderer.find(LoadingButton).trigger('onClick');
    await settle();
    expect(opened.backend.inputsOf('decide')).toEqual([{ contactId: '501' }]);
  });
});

describe('handing back', () => {
  test('asks why, and says it to the backend', async () => {
    const opened = await open();
    await send(opened, 'Hand back', '  I know them from school  ');
    expect(opened.backend.inputsOf('handBack')).toEqual([{ contactId: '501', words: 'I know them from school' }]);
    expect(opened.actions.addAlert.calls[0]![0]).toMatchObject({ type: 'success', title: 'Decided' });
    expect(opened.actions.closeOverlay.calls).toEqual([['signalbox-hand-back']]);
    expect(opened.actions.refreshObjectProperties.callCount).toBe(1);
  });

  test('without a word sends nothing and says that words are missing', async () => {
    const opened = await open();
    await send(opened, 'Hand back', '   ');
    expect(opened.backend.inputsOf('handBack')).toEqual([]);
    expect(button(opened, 'Hand back').props.overlay!.find(TextArea).props.error).toBe(true);
  });

  test('that failed keeps the dialog with what was typed', async () => {
    const opened = await open();
    opened.backend.say({ handBack: { refusal: uiRefusals.busy } });
    await send(opened, 'Hand back', 'Not mine');
    expect(opened.actions.addAlert.calls[0]![0].type).toBe('danger');
    expect(opened.actions.closeOverlay.callCount).toBe(0);
  });

  test.each(['observed', 'suggested'])('is not offered where nobody was given anything: %s', async (name) => {
    expect(buttonNames(await open(name))).toEqual(['Decide again', 'Wrong score', 'Wrong owner']);
  });
});

describe('saying that something is wrong', () => {
  test.each([
    ['Wrong score', 'score'],
    ['Wrong owner', 'owner'],
  ])('%s is a report about the %s, in the reader’s words', async (name, about) => {
    const opened = await open();
    await send(opened, name, 'They are a competitor');
    expect(opened.backend.inputsOf('report')).toEqual([{ contactId: '501', about, words: 'They are a competitor' }]);
    expect(opened.actions.addAlert.calls).toEqual([
      [{ type: 'success', title: name, message: 'It is noted. Those who look after the rules will read it.' }],
    ]);
    expect(opened.actions.closeOverlay.calls).toEqual([[`signalbox-wrong-${about}`]]);
  });

  test('takes no more words than a backend does', async () => {
    const opened = await open();
    await send(opened, 'Wrong score', 'x'.repeat(10_000));
    expect(opened.backend.inputsOf('report')).toEqual([{ contactId: '501', about: 'score', words: 'x'.repeat(2_000) }]);
  });
});

test.each(['onlooker', 'sign-in-needed', 'not-decided-onlooker', 'lead-without-contact'])(
  'nothing is offered that would be refused: %s',
  async (name) => {
    expect(buttonNames(await open(name))).toEqual([]);
  },
);
