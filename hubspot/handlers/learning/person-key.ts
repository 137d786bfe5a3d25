import { createHmac } from 'node:crypto';

/**
 * Names a person so that two records of the same one are found. Under a key, because who knows an address could otherwise look
 * whether it is there.
 */
export function personKeysUnder(key: Buffer | string): (address: string) => string {
  return (address) => createHmac('sha256', key).update(`learning ${address}`).digest('hex').slice(0, 16);
}
