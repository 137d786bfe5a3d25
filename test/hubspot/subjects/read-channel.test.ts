import { describe, expect, test } from '@jest/globals';
import type { PropertyValues } from '../../../hubspot/handlers/crm/crm.ts';
import { gatherValues, now } from './gather-scene.ts';

async function channelOf(properties: PropertyValues): Promise<string> {
  return (await gatherValues({ email: 'ana@depot.test', ...properties })).input.submission.channel;
}

describe('the channel of a submission', () => {
  test('is what a form says of itself, where that is a channel', async () => {
    expect(await channelOf({ sbx_channel: 'forwardedIntro', hs_object_source: 'IMPORT' })).toBe('forwardedIntro');
    expect(await channelOf({ sbx_channel: 'carrier pigeon', hs_object_source: 'IMPORT' })).toBe('listImport');
  });

  test.each([
    ['FORM', 'webForm'],
    ['CONVERSATIONS', 'chat'],
    ['BOT', 'chat'],
    ['EMAIL_INTEGRATION', 'contactEmail'],
    ['HELP_DESK', 'supportTicket'],
    ['CRM_UI', 'manual'],
    ['MOBILE_IOS', 'manual'],
    ['IMPORT', 'listImport'],
    ['MIGRATION', 'migration'],
    ['INTEGRATION', 'integration'],
    ['API', 'integration'],
    ['SALESFORCE', 'integration'],
    ['CALCULATED', 'unknown'],
    ['constructor', 'unknown'],
    ['', 'unknown'],
  ])('of a contact that %s made is %s', async (source, channel) => {
    expect(await channelOf({ hs_object_source: source })).toBe(channel);
  });

  test.each([
    ['Request a demo | Example', 'demoRequest'],
    ['Interactive demo', 'interactiveDemo'],
    ['LinkedIn Lead Generation Form', 'linkedIn'],
    ['Support form', 'supportTicket'],
    ['Newsletter', 'webForm'],
    ['Democracy report', 'webForm'],
  ])('of a form named "%s" is %s', async (event, channel) => {
    expect(await channelOf({ hs_object_source: 'FORM', recent_conversion_event_name: event })).toBe(channel);
  });

  test('of an advertisement on LinkedIn is linkedIn', async () => {
    expect(await channelOf({ hs_object_source: 'ADS', hs_latest_source_data_1: 'LinkedIn' })).toBe('linkedIn');
    expect(await channelOf({ hs_object_source: 'ADS', hs_latest_source_data_1: 'Facebook' })).toBe('webForm');
  });

  test('of whoever was imported once and sends a form now is the form', async () => {
    const imported = { hs_object_source: 'IMPORT', recent_conversion_event_name: 'Request a demo' };
    const later = new Date(now + 86_400_000).toISOString();
    expect(await channelOf({ ...imported, recent_conversion_date: later })).toBe('demoRequest');
    const before = new Date(now - 86_400_000).toISOString();
    expect(await channelOf({ ...imported, recent_conversion_date: before })).toBe('listImport');
  });

  test('of an older record is read from the drill-down of its offline source', async () => {
    expect(await channelOf({ hs_latest_source: 'OFFLINE', hs_latest_source_data_1: 'IMPORT' })).toBe('listImport');
    expect(await channelOf({ hs_latest_source: 'ORGANIC_SEARCH', hs_latest_source_data_1: 'IMPORT' })).toBe('unknown');
  });
});
