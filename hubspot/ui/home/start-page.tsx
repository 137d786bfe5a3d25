import type { ReactNode } from 'react';
import { useCall } from '../backend/use-call.ts';
import { AskedContent } from './asked-content.tsx';
import { isFirstRunFinished } from './checklist/judge-setup.ts';
import { SetupPage } from './setup-page.tsx';
import { StatusOf } from './status-page.tsx';

/** The checklist while something of the first run is to be done, then the status. */
export function StartPage(): ReactNode {
  const asked = useCall('setup', {});
  return (
    <AskedContent asked={asked} what="how the portal is set up">
      {(setup) => (isFirstRunFinished(setup) ? <StatusOf setup={setup} /> : <SetupPage />)}
    </AskedContent>
  );
}
