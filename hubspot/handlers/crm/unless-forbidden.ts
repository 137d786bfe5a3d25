import { CrmError } from './crm-error.ts';

/**
 * What is read, or something else where the app may not read it: a plan or a scope that was there may be gone, and what does not
 * depend on it goes on.
 */
export async function unlessForbidden<Value>(reading: Promise<Value>, otherwise: Value): Promise<Value> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof CrmError && error.failure === 'forbidden') {
      return otherwise;
    }
    throw error;
  }
}
