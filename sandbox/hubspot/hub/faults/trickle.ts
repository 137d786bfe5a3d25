import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

/** The same bytes in ten pieces, over so much time. */
export function trickle(payload: string | Buffer, millis: number): Readable {
  const bytes = Buffer.from(payload);
  const size = Math.max(1, Math.ceil(bytes.length / 10));
  return Readable.from(
    (async function* pieces(): AsyncGenerator<Buffer> {
      for (let at = 0; at < bytes.length; at += size) {
        await sleep(millis / 10);
        yield bytes.subarray(at, at + size);
      }
    })(),
  );
}
