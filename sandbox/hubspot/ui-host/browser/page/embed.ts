/** For the page around frames: makes each as high as what is in it, and tells them when their record has changed. */
type FrameMessage = { source?: unknown; kind?: unknown; height?: unknown };

const frames = (): HTMLIFrameElement[] => [...document.querySelectorAll<HTMLIFrameElement>('iframe[src*="/ui-host/"]')];

window.addEventListener('message', (event: MessageEvent<FrameMessage | null>) => {
  if (event.origin !== location.origin || event.data?.source !== 'ui-host') return;
  const { kind, height } = event.data;
  const frame = frames().find((each) => each.contentWindow === event.source);
  if (frame === undefined || kind !== 'height' || typeof height !== 'number') return;
  frame.style.height = `${Math.min(Math.max(height, 40), 20_000)}px`;
});

window.addEventListener('ui-host:record-changed', () => {
  for (const frame of frames()) {
    frame.contentWindow?.postMessage({ source: 'ui-host', kind: 'record-changed' }, location.origin);
  }
});
