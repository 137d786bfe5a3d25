/**
 * Keeps dialogs and alerts where the reader looks: a frame that is as high as its content is itself scrolled by the page around
 * it, so its own middle may be far out of sight.
 */
export function followView(): void {
  if (window.parent === window) return;
  const root = document.documentElement.style;
  const measure = (): void => {
    const at = window.frameElement?.getBoundingClientRect();
    if (at === undefined) return;
    const top = Math.max(0, -at.top);
    const bottom = Math.min(at.height, window.parent.innerHeight - at.top);
    root.setProperty('--uih-view-top', `${top}px`);
    root.setProperty('--uih-view-height', `${Math.max(240, bottom - top)}px`);
  };
  measure();
  window.parent.addEventListener('scroll', measure, { passive: true, capture: true });
  window.parent.addEventListener('resize', measure);
  window.addEventListener('resize', measure);
}
