export type OverlayKind = 'modal' | 'panel';

/** A dialog that can be opened and closed by its id. */
export type Overlay = { readonly kind: OverlayKind; readonly open: () => void; readonly close: () => void };

/**
 * The dialogs of the page, by the ids that the extension gave them. As HubSpot has it there is one modal and one panel at a time:
 * the next closes the one before. A modal may be opened from a panel, a panel not from a modal.
 */
export class Overlays {
  private readonly known = new Map<string, Overlay>();
  private readonly shown = new Map<OverlayKind, Overlay>();

  add(id: string, overlay: Overlay): () => void {
    this.known.set(id, overlay);
    return () => {
      if (this.known.get(id) === overlay) this.known.delete(id);
    };
  }

  open(id: string): void {
    this.known.get(id)?.open();
  }

  close(id: string): void {
    this.known.get(id)?.close();
  }

  /** Whether a dialog of that kind may open now. */
  mayOpen(kind: OverlayKind): boolean {
    return kind === 'modal' || !this.shown.has('modal');
  }

  /** Notes that a dialog is open, and closes the one of its kind that was. */
  noteOpen(overlay: Overlay): void {
    const before = this.shown.get(overlay.kind);
    this.shown.set(overlay.kind, overlay);
    if (before !== overlay) before?.close();
  }

  noteClosed(overlay: Overlay): void {
    if (this.shown.get(overlay.kind) === overlay) this.shown.delete(overlay.kind);
  }
}
