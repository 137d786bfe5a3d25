import { hubspot } from '@hubspot/ui-extensions';
import { backendOfEdition } from '../backend/edition.ts';
import { HomePages } from '../home/home-pages.tsx';
import type { Backend } from '../backend/backend.ts';

/** One for as long as the page is open: it holds the session where somebody signed in. */
let backend: Backend | null = null;

hubspot.extend<'pages'>(({ context }) => {
  backend ??= backendOfEdition(context.variables ?? {});
  return <HomePages backend={backend} />;
});
