import { hubspot } from '@hubspot/ui-extensions';
import type { Backend } from '../backend/backend.ts';
import { WithBackend } from '../backend/backend-context.tsx';
import { backendOfEdition } from '../backend/edition.ts';
import { PreviewCard } from '../score-card/preview-card.tsx';

let backend: Backend | null = null;

hubspot.extend<'crm.preview'>(({ context }) => {
  backend ??= backendOfEdition(context.variables ?? {});
  return (
    <WithBackend backend={backend}>
      <PreviewCard context={context} />
    </WithBackend>
  );
});
