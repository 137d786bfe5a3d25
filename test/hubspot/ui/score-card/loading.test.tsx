import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Accordion, Alert, Button, LoadingSpinner, StatisticsItem, StatusTag } from '@hubspot/ui-extensions';
import { decided } from '../../../../hubspot/handlers/portal/property-names.ts';
import { uiRefusals } from '../../../../hubspot/handlers/ui/ui-refusals.ts';
import { openState, settle } from '../states/open-state.tsx';
import { stateOf } from '../states/find-state.ts';
import { decidedScene, inTurn } from '../states/score-cards.ts';

const now = Date.UTC(2026, 2, 18, 9);

beforeEach(() => {
  jest.useFakeTimers({ now });
});
afterEach(() => {
  jest.useRealTimers();
});

describe('a backend that never answers', () => {
  test('keeps nobody waiting: scores, reasons and promise are there at once', async () => {
    const { renderer, words } = await openState(stateOf('silent', now));
    expect(Date.now()).toBe(now);
    expect(renderer.find(StatisticsItem, { label: 'Fit' }).props.number).toBe(100);
    expect(renderer.find(StatusTag).text).toBe('First touch due in 4:12');
    expect(words()).toContain('Why fit is 100');
    expect(renderer.maybeFind(Accordion)).toBeNull();
    expect(renderer.find(LoadingSpinner).props.label).toBe('Asking for the whole story');
  });

  test('is replaced by what it tells once it does', async () => {
    const live = stateOf('live', now);
    const { renderer, backend, words } = await openState({ ...live, answers: { ...live.answers, card: 'silent' } });
    expect(words()).not.toContain('(from');
    backend.say({ card: live.answers.card! });
    backend.release();
    await settle();
    expect(words()).toContain('high (from 60)');
    expect(renderer.find(Accordion).props.title).toBe('The whole story');
    expect(renderer.maybeFind(LoadingSpinner)).toBeNull();
  });
});

describe('a backend that is away', () => {
  test('is said so calmly, and can be asked again', async () => {
    const state = stateOf('away', now);
    const { renderer, backend } = await openState(state);
    const notice = renderer.find(Alert);
    expect(notice.props).toMatchObject({ title: 'Signalbox does not answer at the moment', variant: 'info' });
    backend.say(stateOf('live', now).answers);
    notice.find(Button).trigger('onClick');
    await settle();
    expect(renderer.findAll(Alert)).toEqual([]);
    expect(renderer.find(Button, (node) => node.text === 'Hand back').props.disabled).toBe(false);
  });

  test('after it told something keeps that on the screen', async () => {
    const opened = await openState(stateOf('live', now));
    opened.backend.say({ card: { refusal: uiRefusals.busy } });
    opened.record.change({ [decided.slaState]: 'met' });
    await settle();
    expect(opened.words()).toContain('This is what it told last. It may have changed since.');
    expect(opened.renderer.find(Accordion).props.title).toBe('The whole story');
  });

  test('gives way to the record where another decision stands there', async () => {
    const opened = await openState(stateOf('live', now));
    opened.backend.say({ card: { refusal: uiRefusals.busy } });
    opened.record.change({ [decided.decisionId]: 'another', [decided.fitScore]: '7' });
    await settle();
    expect(opened.renderer.find(StatisticsItem, { label: 'Fit' }).props.number).toBe(7);
  });
});

test('a decision that is written meanwhile is shown by itself', async () => {
  const opened = await openState(stateOf('not-decided', now));
  const scene = decidedScene(now, { scene: inTurn() });
  opened.backend.say({ card: { content: scene.card } });
  opened.record.change(scene.properties);
  await settle();
  expect(opened.backend.inputsOf('card')).toHaveLength(2);
  expect(opened.words()).toContain('Why fit is 100');
});

describe('a score that nobody knows', () => {
  test('is not known, and never 0', async () => {
    const state = stateOf('away', now);
    const properties = { ...state.properties, [decided.intentScore]: null, [decided.capacityScore]: '0' };
    const { renderer } = await openState({ ...state, properties });
    expect(renderer.find(StatisticsItem, { label: 'Intent' }).props.number).toBe('–');
    expect(renderer.find(StatisticsItem, { label: 'Intent' }).toString()).toContain('not known');
    expect(renderer.find(StatisticsItem, { label: 'Capacity' }).props.number).toBe(0);
  });
});

describe('who reads', () => {
  test('and has the name of whom it was given to, reads that it is theirs', async () => {
    const state = stateOf('live', now);
    const { owner } = decidedScene(now, { scene: inTurn() }).card;
    const [firstName, ...rest] = owner!.name.split(' ');
    const theirs = await openState(state, { user: { firstName: firstName!, lastName: rest.join(' ') } });
    expect(theirs.words()).toContain('Why it is yours');
    expect((await openState(state)).words()).toContain(`Why it goes to ${owner!.name}`);
  });
});
