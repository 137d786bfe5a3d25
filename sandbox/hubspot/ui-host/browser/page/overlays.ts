/** A dialog that can be opened and closed by its id. */
export type Overlay = { open(): void; close(): void };

/** The dialogs of the page, by the ids that the extension gave them. */
export class Overlays {
  private readonly known = new Map<string, Overlay>();

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
}
