import { hubspot } from '@hubspot/ui-extensions';
import type { Backend } from '../backend/backend.ts';
import { WithBackend } from '../backend/backend-context.tsx';
import { backendOfEdition } from '../backend/edition.ts';
import { ScoreCard } from '../score-card/score-card.tsx';

/** HubSpot may ask for the card again; what the backend was told stays. */
let backend: Backend | null = null;

hubspot.extend<'crm.record.tab'>(({ context, actions }) => {
  backend ??= backendOfEdition(context.variables ?? {});
  return (
    <WithBackend backend={backend}>
      <ScoreCard context={context} actions={actions} />
    </WithBackend>
  );
});
