import { hubspot } from '@hubspot/ui-extensions';
import type { Backend } from '../backend/backend.ts';
import { WithBackend } from '../backend/backend-context.tsx';
import { backendOfEdition } from '../backend/edition.ts';
import type { HereLearner } from '../learning/here-learner.ts';
import { learnerOfEdition } from '../learning/learner-of-edition.ts';
import { SettingsPage } from '../settings/settings-page.tsx';

/** One for as long as the page is open: it holds the session where somebody signed in. */
let backend: Backend | null = null;
/** One as well: leaving the section does not end what it learns. */
let learner: HereLearner | null = null;

hubspot.extend<'settings'>(({ context }) => {
  backend ??= backendOfEdition(context.variables ?? {});
  learner ??= learnerOfEdition(backend);
  return (
    <WithBackend backend={backend}>
      <SettingsPage context={context} learner={learner} />
    </WithBackend>
  );
});
