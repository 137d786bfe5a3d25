import { describe, expect, test } from '@jest/globals';
import type { PropertyValues } from '../../../hubspot/handlers/crm/crm.ts';
import type { PortalSettings } from '../../../hubspot/handlers/portal/portal-settings.ts';
import { gatherValues } from './gather-scene.ts';

async function read(properties: PropertyValues, settings: Partial<PortalSettings> = {}) {
  const { activities, problems } = (await gatherValues(properties, settings)).input.submission;
  return { activities, problems };
}

const at = (hour: number): number => Date.UTC(2026, 10, 19, hour);

describe('what a person did', () => {
  test('is what HubSpot counts and what the lines say, the latest first', async () => {
    const { activities, problems } = await read({
      hs_email_last_open_date: '2026-11-19T10:00:00.000Z',
      hs_email_open: '4',
      hs_email_last_click_date: String(at(12)),
      sbx_activities: 'caseStudyView 2026-11-19T11:00:00Z 2\n\n  pricingView\t2026-11-19T13:00:00Z  ',
    });
    expect(problems).toEqual([]);
    expect(activities).toEqual([
      { signalKey: 'pricingView', occurredAt: at(13), occurrences: 1 },
      { signalKey: 'emailClicked', occurredAt: at(12), occurrences: 1 },
      { signalKey: 'caseStudyView', occurredAt: at(11), occurrences: 2 },
      { signalKey: 'emailOpened', occurredAt: at(10), occurrences: 4 },
    ]);
  });

  test('comes in one order whichever way the lines stand', async () => {
    const lines = ['b 2026-11-19T10:00:00Z 1', 'a 2026-11-19T10:00:00Z 1', 'a 2026-11-19T10:00:00Z 3'];
    const forward = await read({ sbx_activities: lines.join('\n') });
    const backward = await read({ sbx_activities: lines.toReversed().join('\n') });
    expect(forward).toEqual(backward);
    expect(forward.activities.map((one) => `${one.signalKey}${one.occurrences}`)).toEqual(['a3', 'a1', 'b1']);
  });

  test('is read from where the settings say', async () => {
    const settings = { activities: [{ signalKey: 'trialUsed', at: 'trial_at', count: null }] };
    const { activities } = await read({ trial_at: '2026-11-19', hs_email_last_open_date: '2026-11-19' }, settings);
    expect(activities).toEqual([{ signalKey: 'trialUsed', occurredAt: at(0), occurrences: 1 }]);
  });

  test('lists lines that are none once, and reads the others', async () => {
    const { activities, problems } = await read({
      sbx_activities: [
        'view yesterday 1',
        'view',
        'view 2026-11-19T10:00:00Z 2 3',
        'view 2026-11-19T10:00:00Z -1',
        'view 2026-11-19T10:00:00Z 99999',
      ].join('\n'),
    });
    expect(activities).toEqual([{ signalKey: 'view', occurredAt: at(10), occurrences: 1000 }]);
    expect(problems).toEqual([
      { code: 'EDG006', about: 'sbx_activities', found: 'lines that are no activity; left out' },
    ]);
  });

  test('that never happened is nothing', async () => {
    const never = { hs_email_last_open_date: '2026-11-19T10:00:00Z', hs_email_open: '0' };
    expect(await read(never)).toEqual({ activities: [], problems: [] });
  });
});
