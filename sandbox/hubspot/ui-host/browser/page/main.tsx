/** The page of a frame: starts the extension in a worker and draws what it says. */
import { createRoot } from 'react-dom/client';
import type { FrameData } from '../../ports/ui-frame.ts';
import { followHeight } from './follow-height.ts';
import { followView } from './follow-view.ts';
import { HostFrame } from './host-frame.tsx';
import { notLoaded } from './host-problems.ts';
import { hostState, noteChange, noteProblem } from './host-state.ts';

window.__uiHost = hostState;

// What follows the width of the page is drawn again a moment later.
window.addEventListener('resize', noteChange);
window.addEventListener('error', (event) => {
  // Said of a box that is resized while it is measured; nothing is lost by it.
  if (!event.message.startsWith('ResizeObserver')) noteProblem({ kind: 'host', message: event.message });
});
window.addEventListener('unhandledrejection', (event) => noteProblem({ kind: 'host', message: String(event.reason) }));
document.addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective }) => {
  noteProblem(notLoaded(blockedURI, effectiveDirective));
});

const data = JSON.parse(document.getElementById('ui-host-frame')!.textContent) as FrameData;
createRoot(document.getElementById('ui-host')!).render(<HostFrame frame={data} />);
followHeight();
followView();

if (data.isLive) {
  const changes = new EventSource(`/ui-host/frames/${data.id}/changes`);
  changes.addEventListener('changed', () => location.reload());
}
