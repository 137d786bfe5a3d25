/** The page of a frame: starts the extension in a worker and draws what it says. */
import { createRoot } from 'react-dom/client';
import type { FrameData } from '../../ports/ui-frame.ts';
import { followHeight } from './follow-height.ts';
import { HostFrame } from './host-frame.tsx';
import { hostState } from './host-state.ts';

window.__uiHost = hostState;

const data = JSON.parse(document.getElementById('ui-host-frame')!.textContent) as FrameData;
createRoot(document.getElementById('ui-host')!).render(<HostFrame frame={data} />);
followHeight();

if (data.isLive) {
  const changes = new EventSource(`/ui-host/frames/${data.id}/changes`);
  changes.addEventListener('changed', () => location.reload());
}
