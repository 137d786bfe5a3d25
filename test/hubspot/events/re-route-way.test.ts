import { describe, expect, test } from '@jest/globals';
import { reRouteWayOf } from '../../../hubspot/handlers/events/re-route-way.ts';

const sources = {
  industry: ['acme_industry', 'industry', 'company.industry'],
  plan: ['acme_plan'],
  region: ['company.acme_region'],
  owner: ['hubspot_owner_id'],
};

describe('how a change comes to a new decision', () => {
  test.each([
    ['industry', 'webhook', 'A change of industry is noticed at once.'],
    ['company.industry', 'webhook', 'A change of company.industry is noticed at once.'],
    [
      'acme_plan',
      'workflowAction',
      'HubSpot does not tell Signalbox of it. Add the action Score and route to a workflow that watches acme_plan.',
    ],
    [
      'company.acme_region',
      'workflowAction',
      'HubSpot does not tell Signalbox of it. Add the action Score and route to a workflow on contacts that watches acme_region of their company.',
    ],
    ['country', 'none', 'No field is read from country: a change of it decides nothing.'],
    ['company.acme_plan', 'none', 'No field is read from company.acme_plan: a change of it decides nothing.'],
  ])('%s: %s', (property, way, sentence) => {
    expect(reRouteWayOf(property, sources)).toEqual({ way: way, sentence: sentence });
  });

  test('a property that is watched for the owner alone does not decide anew', () => {
    expect(reRouteWayOf('hubspot_owner_id', sources).way).toBe('workflowAction');
  });
});
