import type { Hit, Lint } from './apex-file.ts';
import { listDataAccess } from './data-access.ts';

/** Reads and writes say whose permissions count. Tests are left out: who runs them is chosen by System.runAs. */
export const stateMode: Lint = {
  code: 'APC031',
  find: (file): Hit[] =>
    file.isTest
      ? []
      : listDataAccess(file)
          .filter(({ hasMode }) => !hasMode)
          .map(({ node, what }) => ({
            node,
            cause: `${what} does not say whose permissions count, and the default differs between API versions.`,
            next: 'add WITH USER_MODE or SYSTEM_MODE, as user or as system, or an AccessLevel',
          })),
};
