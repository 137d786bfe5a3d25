import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Accordion, Alert, Button, Link, ProgressBar, StatisticsItem } from '@hubspot/ui-extensions';
import { uiRefusals } from '../../../../hubspot/handlers/ui/ui-refusals.ts';
import { groupSize } from '../../../../hubspot/ui/route-selected/run-groups.ts';
import { openState, settle, type OpenState } from '../states/open-state.tsx';
import { stateOf } from '../states/find-state.ts';

const now = Date.UTC(2026, 2, 18, 9);

beforeEach(() => {
  jest.useFakeTimers({ now });
});
afterEach(() => {
  jest.useRealTimers();
});

const open = (name = 'bulk-live') => openState(stateOf(name, now));
const press = async ({ renderer }: OpenState, text: string) => {
  renderer.find(Button, (node) => node.text === text).trigger('onClick');
  await settle();
};
const start = (opened: OpenState) => press(opened, 'Score and route 23 contacts');
const decidedIds = ({ backend }: OpenState) =>
  backend.inputsOf('decide').map((input) => (input as { contactId: string }).contactId);
const countOf = ({ renderer }: OpenState, label: string) => renderer.find(StatisticsItem, { label }).props.number;

describe('before it begins', () => {
  test('nothing is decided: it says how many, and what will happen', async () => {
    const opened = await open();
    expect(opened.words()).toContain('23 contacts are selected');
    expect(opened.renderer.find(Alert).props).toMatchObject({ variant: 'warning' });
    expect(decidedIds(opened)).toEqual([]);
  });

  test.each(['bulk-no-rules', 'bulk-away', 'bulk-onlooker'])('it cannot be begun without sense: %s', async (name) => {
    const { renderer } = await open(name);
    expect(renderer.find(Button, (node) => node.text === 'Score and route 23 contacts').props.disabled).toBe(true);
  });

  test('whoever may not read the rules may begin all the same', async () => {
    const opened = await open('bulk-rules-unknown');
    await start(opened);
    expect(decidedIds(opened)).toHaveLength(23);
  });

  test.each(['bulk-of-companies', 'bulk-of-nobody'])(
    'it offers nothing where there is nothing to do: %s',
    async (name) => {
      expect((await open(name)).renderer.maybeFind(Button)).toBeNull();
    },
  );
});

describe('while it runs', () => {
  test('each contact is decided once, in groups', async () => {
    const opened = await open();
    opened.backend.say({ decide: 'silent' });
    await start(opened);
    expect(decidedIds(opened)).toHaveLength(groupSize);
    opened.backend.say(stateOf('bulk-live', now).answers);
    opened.backend.release();
    await settle();
    await settle();
    const ids = decidedIds(opened);
    expect(ids).toHaveLength(23);
    expect(new Set(ids).size).toBe(23);
    expect(countOf(opened, 'Decided')).toBe(23);
    expect(opened.renderer.find(ProgressBar).props).toMatchObject({ value: 23, maxValue: 23, title: 'All are done' });
  });

  test('a contact that is selected twice is decided once', async () => {
    const state = stateOf('bulk-live', now);
    const opened = await openState({ ...state, crm: { objectIds: [7, 8, 7], objectTypeId: '0-1' } });
    await press(opened, 'Score and route 2 contacts');
    expect(decidedIds(opened)).toEqual(['7', '8']);
  });

  test('it can be stopped after those at work, and gone on with', async () => {
    const opened = await open();
    opened.backend.say({ decide: 'silent' });
    await start(opened);
    await press(opened, 'Stop');
    expect(opened.words()).toContain('Stopping…');
    opened.backend.say(stateOf('bulk-live', now).answers);
    opened.backend.release();
    await settle();
    expect(decidedIds(opened)).toHaveLength(groupSize);
    expect(opened.renderer.find(ProgressBar).props).toMatchObject({ title: 'Stopped', value: groupSize });
    await press(opened, `Go on with the ${23 - groupSize} left`);
    await settle();
    expect(new Set(decidedIds(opened)).size).toBe(23);
    expect(decidedIds(opened)).toHaveLength(23);
  });
});

describe('what became of them', () => {
  test('is counted apart', async () => {
    const opened = await open();
    opened.backend.say({ decide: { content: { state: 'repeated', headline: '' } } });
    await start(opened);
    await settle();
    expect(['Decided', 'To the same', 'In a moment', 'Refused'].map((label) => countOf(opened, label))).toEqual([
      0, 23, 0, 0,
    ]);
  });

  test('of those that were refused says why, and leads to them', async () => {
    const opened = await open();
    opened.backend.say({ decide: { refusal: uiRefusals.recordNotFound } });
    await start(opened);
    await settle();
    expect(countOf(opened, 'Refused')).toBe(23);
    const reason = opened.renderer.find(Accordion);
    expect(reason.props.title).toBe(`23 contacts refused: ${uiRefusals.recordNotFound.message}`);
    expect(reason.toString()).toContain('HSW017');
    expect(reason.findAll(Link)[0]!.props.href).toBe('/contacts/4242/record/0-1/501');
  });

  test('can be seen in the list', async () => {
    const opened = await open();
    await start(opened);
    await settle();
    await press(opened, 'Reload the list');
    expect(opened.actions.reloadPage.callCount).toBe(1);
  });
});

describe('where asking on makes no sense', () => {
  test('it ends by itself, and those left can be gone on with', async () => {
    const opened = await open();
    opened.backend.say({ decide: { refusal: uiRefusals.busy } });
    await start(opened);
    expect(decidedIds(opened)).toHaveLength(groupSize);
    expect(opened.words()).toContain('HSW024');
    expect(countOf(opened, 'Refused')).toBe(0);
    opened.backend.say(stateOf('bulk-live', now).answers);
    await press(opened, 'Go on with the 23 left');
    await settle();
    expect(countOf(opened, 'Decided')).toBe(23);
    expect(opened.words()).not.toContain('HSW024');
  });

  test('nobody is asked for again who may not do it', async () => {
    const opened = await open();
    opened.backend.say({ decide: { refusal: uiRefusals.notAllowed } });
    await start(opened);
    expect(decidedIds(opened)).toHaveLength(groupSize);
    expect(opened.words()).toContain('HSW019');
  });
});
