import { createContext, useContext } from 'react';
import type { FrameData } from '../../ports/ui-frame.ts';
import type { PageLocation, PortAnswer } from '../protocol.ts';
import type { PortName } from '../../ports/host-ports.ts';
import type { Overlays } from './overlays.ts';

/** What components may ask of the page they are in. */
export type Host = {
  readonly frame: FrameData;
  readonly overlays: Overlays;
  /** Goes to a page of the extension. */
  readonly navigate: (page: PageLocation) => void;
  readonly askPort: (name: PortName, asked: unknown) => Promise<PortAnswer>;
};

export const HostContext = createContext<Host | null>(null);

export function useHost(): Host {
  const host = useContext(HostContext);
  if (host === null) throw new Error('A component is drawn outside of its host.');
  return host;
}
