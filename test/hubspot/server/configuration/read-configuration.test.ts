import { describe, expect, test } from '@jest/globals';
import { type ConfigurationError } from '../../../../hubspot/server/configuration/configuration.ts';
import { readConfiguration } from '../../../../hubspot/server/configuration/read-configuration.ts';
import { environment } from '../http/edge.ts';

function refusalOf(change: { readonly [name: string]: string | undefined }): ConfigurationError {
  try {
    readConfiguration({ ...environment, ...change });
  } catch (error) {
    return error as ConfigurationError;
  }
  throw new Error('It was accepted.');
}

describe('The configuration', () => {
  test('needs five variables and has harmless defaults for the rest', () => {
    expect(readConfiguration(environment)).toEqual({
      host: '127.0.0.1',
      port: 8080,
      publicUrl: 'https://signalbox.example.com',
      hubspot: {
        clientId: 'client-1',
        clientSecret: environment.HUBSPOT_CLIENT_SECRET,
        appId: 99,
        apiUrl: 'https://api.hubapi.com',
        appUrl: 'https://app.hubspot.com',
      },
      tokenKeys: [Buffer.alloc(32, 7)],
      database: { form: 'embedded' },
      dataFolder: 'data',
      logLevel: 'info',
      metricsToken: null,
      requestSeconds: 10,
      stopSeconds: 25,
    });
  });

  test('takes everything that it is given', () => {
    const keys = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
    const read = readConfiguration({
      ...environment,
      HOST: '0.0.0.0',
      PORT: '0',
      PUBLIC_URL: 'https://signalbox.example.com/',
      HUBSPOT_API_URL: 'http://127.0.0.1:4711',
      HUBSPOT_APP_URL: 'http://localhost:4712/',
      TOKEN_KEY: ` ${keys[0]!.toString('base64')} , ${keys[1]!.toString('base64url')} `,
      DATABASE_URL: 'postgresql://user:password@db/signalbox',
      LOG_LEVEL: 'debug',
      METRICS_TOKEN: 'a'.repeat(20),
    });
    expect(read).toMatchObject({
      port: 0,
      publicUrl: 'https://signalbox.example.com',
      hubspot: { apiUrl: 'http://127.0.0.1:4711', appUrl: 'http://localhost:4712' },
      tokenKeys: keys,
      database: { form: 'server', url: 'postgresql://user:password@db/signalbox' },
    });
  });

  test('names all that is missing at once, an empty variable like one that is not there', () => {
    const none = Object.fromEntries(Object.keys(environment).map((name) => [name, '  ']));
    const { problems, message } = refusalOf(none);
    expect(problems.map(({ code, name }) => `${code} ${name}`)).toEqual(
      ['PUBLIC_URL', 'HUBSPOT_CLIENT_ID', 'HUBSPOT_CLIENT_SECRET', 'HUBSPOT_APP_ID', 'TOKEN_KEY'].map(
        (name) => `CFG001 ${name}`,
      ),
    );
    expect(message).toContain('CFG001: PUBLIC_URL is missing. Next: give the origin that HubSpot calls');
    expect(message).toContain('Nothing was started.');
  });

  test.each([
    ['PUBLIC_URL', 'http://signalbox.example.com', 'is not https'],
    ['PUBLIC_URL', 'https://signalbox.example.com/app', 'holds more than an origin'],
    ['PUBLIC_URL', 'https://user:hidden@signalbox.example.com', 'holds a name or a password'],
    ['PUBLIC_URL', 'signalbox.example.com', 'is no URL'],
    ['PORT', '70000', 'is no whole number from 0 to 65535'],
    ['PORT', '8080.5', 'is no whole number from 0 to 65535'],
    ['HUBSPOT_APP_ID', '0x10', 'is no whole number'],
    ['HUBSPOT_CLIENT_SECRET', 'hidden', 'has less than 16 characters'],
    ['TOKEN_KEY', Buffer.alloc(31).toString('base64'), 'is not one or more keys of 32 bytes'],
    ['TOKEN_KEY', 'hidden words that are no key and no base64!', 'is not one or more keys of 32 bytes'],
    ['TOKEN_KEY', `${environment.TOKEN_KEY},`, 'is not one or more keys of 32 bytes'],
    ['TOKEN_KEY', `${environment.TOKEN_KEY},${environment.TOKEN_KEY}`, 'holds a key twice'],
    ['DATABASE_URL', 'mysql://hidden', 'is no URL that begins with postgres://'],
    ['LOG_LEVEL', 'hidden', 'is none of debug, info, warn, error'],
    ['METRICS_TOKEN', 'hidden', 'has less than 16 characters'],
  ])('refuses %s=%s because it %s, and does not repeat it', (name, value, cause) => {
    const { problems, message } = refusalOf({ [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: 'CFG002', name });
    expect(problems[0]!.cause).toContain(cause);
    expect(message).not.toContain('hidden');
    expect(message).not.toContain(environment.TOKEN_KEY);
  });
});
