import { describe, expect, test } from '@jest/globals';
import { noteMarker, isMarked, taskMarker } from '../../../hubspot/handlers/effects/marker.ts';
import { planEffects } from '../../../hubspot/handlers/effects/plan-effects.ts';
import { effectOf, policyTo, sceneOf, type SceneChanges } from './scene.ts';

const noteOf = (changes: SceneChanges = {}) => effectOf(planEffects(sceneOf(changes)).effects, 'note');

describe('the note', () => {
  test('tells the story, then what the person wrote word for word, then its marker', () => {
    const { body, marker } = noteOf({ lead: { subject: 'Renewal', message: 'One & two\n\n"three"' } });
    const places = ['What was decided', 'Why it is theirs', 'The clock', 'In their words', marker].map((words) =>
      body.indexOf(words),
    );
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places[0]).toBeGreaterThan(0);
    expect(body).toContain('<blockquote>Renewal<br><br>One &amp; two<br><br>&quot;three&quot;</blockquote>');
    expect(body.endsWith(`<p>${marker}</p>`)).toBe(true);
  });

  test('writes instants in the portal’s time zone, in summer time too', () => {
    expect(noteOf().body).toContain('Decided Wed, 18 Mar 2026, 10:00 CET.');
    expect(noteOf({ portalTimeZone: 'America/New_York' }).body).toContain('Decided Wed, 18 Mar 2026, 05:00');
    expect(noteOf({ portalTimeZone: 'Nowhere/Nothing' }).body).toContain('Decided Wed, 18 Mar 2026, 09:00 UTC.');
    expect(noteOf().body).not.toContain('{at:');
  });

  test('has no words of theirs where there are none', () => {
    expect(noteOf({ lead: { message: ' \n', subject: null } }).body).not.toContain('In their words');
  });

  test.each([
    ['of letters', 'x'],
    ['of quotes, which get six times as long', '"'],
    ['of line breaks', '\n.'],
    ['of emoji', '😀'],
  ])('a text %s that is too long is cut, and says so', (_, unit) => {
    const { body, marker } = noteOf({ lead: { message: unit.repeat(70_000) } });
    expect(body.length).toBeLessThanOrEqual(60_000);
    expect(body.length).toBeGreaterThan(59_000);
    expect(body).toContain('What they wrote is longer; the rest of it stands on the contact.');
    expect(body.isWellFormed()).toBe(true);
    expect(body).not.toMatch(/&(?!(?:amp|lt|gt|quot|#39);)/);
    expect(isMarked(body, marker)).toBe(true);
  });

  test('a story of very many rules is cut before the words of the person', () => {
    const policy = policyTo('sales', 'live');
    const rules = Array.from({ length: 400 }, (_, place) => ({
      ruleKey: `rule${place}`,
      label: `Rule number ${place} with a label of some length`,
      isActive: true,
      conditions: [{ fieldKey: 'employees', operator: 'atLeast' as const, texts: [], low: 100_000, high: null }],
      logic: '',
      destinationKey: 'enterprise',
      slaKey: null,
    }));
    const { body } = noteOf({ policy: { ...policy, rules } });
    expect(body).toContain('The story goes on');
    expect(body).toContain('Can you show us a demo?');
    expect(body.length).toBeLessThanOrEqual(60_000);
  });
});

describe('a marker', () => {
  test('is found in the last line, however HubSpot wraps it', () => {
    const marker = noteMarker('501-1/cafe');
    expect(isMarked(`<div style="" dir="auto"><p>Hello</p>\n<p>${marker} </p></div>`, marker)).toBe(true);
    expect(isMarked(`Hello\n${marker}`, marker)).toBe(true);
  });

  test('of another decision, or further up, is not it', () => {
    const marker = noteMarker('501-1/cafe');
    expect(isMarked(`<p>${noteMarker('501-1/cafe2')}</p>`, marker)).toBe(false);
    expect(isMarked(`<p>${noteMarker('1501-1/cafe')}</p>`, marker)).toBe(false);
    expect(isMarked(`<p>${marker}</p><p>more</p>`, marker)).toBe(false);
    expect(isMarked(`<p>${taskMarker('501-1/cafe', 'owner')}</p>`, marker)).toBe(false);
    expect(isMarked('', marker)).toBe(false);
  });

  test('with characters of HTML is found in what was escaped', () => {
    const marker = taskMarker('501-1/cafe', 'alert R&D "east" <1>');
    expect(isMarked('<p>Signalbox task alert R&amp;D &quot;east&quot; &lt;1&gt; of 501-1/cafe</p>', marker)).toBe(true);
  });
});
