import { randomBytes } from 'node:crypto';
import type { UiFrame } from '../ports/ui-frame.ts';

const mostFrames = 500;

/** The frames that were opened, by a name nobody can guess. The one opened longest ago is forgotten first. */
export class OpenFrames {
  private readonly frames = new Map<string, UiFrame>();

  add(frame: UiFrame): string {
    const id = randomBytes(16).toString('base64url');
    this.frames.set(id, frame);
    for (const oldest of this.frames.keys()) {
      if (this.frames.size <= mostFrames) break;
      this.frames.delete(oldest);
    }
    return id;
  }

  find(id: string): UiFrame | null {
    return this.frames.get(id) ?? null;
  }
}
