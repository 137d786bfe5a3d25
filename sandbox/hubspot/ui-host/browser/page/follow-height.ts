/** Tells the page around the frame how high its content is, so that it needs no scroll bar of its own. */
export function followHeight(): void {
  if (window.parent === window) return;
  const tell = (): void => {
    const dialogs = [...document.querySelectorAll<HTMLElement>('dialog[open]')];
    // A dialog takes no room in the page, yet wants to be seen whole.
    const wanted = Math.max(document.documentElement.getBoundingClientRect().height, dialogs.length > 0 ? 640 : 0);
    window.parent.postMessage({ source: 'ui-host', kind: 'height', height: Math.ceil(wanted) }, location.origin);
  };
  new ResizeObserver(tell).observe(document.body);
  new MutationObserver(tell).observe(document.body, { subtree: true, attributeFilter: ['open'] });
}
