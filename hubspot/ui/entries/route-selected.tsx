import { hubspot } from '@hubspot/ui-extensions';
import type { Backend } from '../backend/backend.ts';
import { WithBackend } from '../backend/backend-context.tsx';
import { backendOfEdition } from '../backend/edition.ts';
import { RouteSelected } from '../route-selected/route-selected.tsx';

let backend: Backend | null = null;

hubspot.extend<'crm.bulkActions'>(({ context, actions }) => {
  backend ??= backendOfEdition(context.variables ?? {});
  return (
    <WithBackend backend={backend}>
      <RouteSelected context={context} actions={actions} />
    </WithBackend>
  );
});
