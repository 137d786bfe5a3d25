import { madeObject, slotBytes } from '../../run/meter.ts';

/** A value of type Blob. Its bytes are never changed. */
export class ApexBlob {
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    madeObject(Math.ceil(bytes.length / slotBytes));
    this.bytes = bytes;
  }
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The UTF-8 bytes of a text: blobFromText('é').bytes → [0xC3, 0xA9]. */
export function blobFromText(text: string): ApexBlob {
  return new ApexBlob(encoder.encode(text));
}

/** The text whose UTF-8 bytes these are, null where they are not UTF-8: textOfBlob(blobFromText('é')) → "é". */
export function textOfBlob(blob: ApexBlob): string | null {
  try {
    return decoder.decode(blob.bytes);
  } catch {
    return null;
  }
}
