import type { AccessKeys } from '../../handlers/access/access-list.ts';

/** What HubSpot gives a function beside its call: the app's token, and the secrets that its metadata names. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A secret is missing or too short. */
export class SecretError extends Error {
  readonly code = 'HSF003';
  readonly nextStep: string;

  constructor(name: string, found: string) {
    super(`HSF003 The secret ${name} ${found}. Nothing was done.`);
    this.name = 'SecretError';
    this.nextStep = `Set it with \`hs secret add ${name}\` and deploy the app again.`;
  }
}

/** So many characters a key has at least: a short one is guessed. */
const shortestKey = 32;

export function tokenOf(environment: Environment): string {
  const token = environment['PRIVATE_APP_ACCESS_TOKEN'] ?? '';
  if (token === '') {
    throw new SecretError('PRIVATE_APP_ACCESS_TOKEN', 'is missing, which HubSpot gives to functions of a private app');
  }
  return token;
}

export function apiUrlOf(environment: Environment): string {
  return environment['HUBSPOT_API_URL'] ?? 'https://api.hubapi.com';
}

/** Keys in a secret, the first of which signs: several with commas between them while one takes another's place. */
export function keysOf(environment: Environment, name: 'SIGNALBOX_KEY' | 'SIGNALBOX_ENDPOINT_KEY'): AccessKeys {
  const keys = (environment[name] ?? '')
    .split(',')
    .map((key) => key.trim())
    .filter((key) => key !== '');
  if (keys.length === 0) {
    throw new SecretError(name, 'is missing');
  }
  if (keys.some((key) => key.length < shortestKey)) {
    throw new SecretError(name, `has a key of fewer than ${shortestKey} characters`);
  }
  return keys.map((key) => Buffer.from(key));
}

/** Addresses of those who may do everything, with commas between them. */
export function adminsOf(environment: Environment): string[] {
  return (environment['SIGNALBOX_ADMINS'] ?? '')
    .split(',')
    .map((address) => address.trim())
    .filter((address) => address !== '');
}
