import { logger } from '@hubspot/ui-extensions';

/** Writes down an event that reached the extension, where the test reads it: the host keeps what is logged. */
export function heard(name: string, ...values: unknown[]): void {
  logger.info(JSON.stringify([name, ...values]));
}

/** A handler that writes down what it is given; reactions are functions and stay out. */
export function hear(name: string): (...values: unknown[]) => void {
  return (...values) => heard(name, ...values.map((each) => (hasFunctions(each) ? 'reactions' : each)));
}

function hasFunctions(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.values(value).some((each) => typeof each === 'function');
}
