import type { ReactNode } from 'react';
import { Checklist } from './checklist/checklist.tsx';
import { Page } from './page.tsx';

export function SetupPage(): ReactNode {
  return (
    <Page title="Set up Signalbox">
      <Checklist />
    </Page>
  );
}
