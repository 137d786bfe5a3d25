import { stat } from 'node:fs/promises';
import type { FastifyReply } from 'fastify';
import { bundleExtension } from '../bundle/bundle-extension.ts';
import type { ExtensionSource } from '../ports/ui-frame.ts';

const pauseMillis = 400;

/** Tells an event stream when a file of an extension is written. Files are looked at in turn: that works on every disk. */
export async function tellChanges(source: ExtensionSource, reply: FastifyReply): Promise<void> {
  reply.hijack();
  reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  reply.raw.write(': listening\n\n');
  let isOpen = true;
  reply.raw.on('close', () => {
    isOpen = false;
  });
  let last = await stamp(source);
  while (isOpen) {
    await new Promise((resolve) => setTimeout(resolve, pauseMillis).unref());
    const now = await stamp(source);
    if (now !== last && isOpen) reply.raw.write('event: changed\ndata: -\n\n');
    last = now;
  }
}

const known = new Map<string, readonly string[]>();

async function stamp(source: ExtensionSource): Promise<string> {
  const stampOf = async (files: readonly string[]): Promise<string> => {
    const times = await Promise.all(
      files.map((file) =>
        stat(file).then(
          (each) => each.mtimeMs,
          () => 0,
        ),
      ),
    );
    return times.join(' ');
  };
  const files = known.get(source.file) ?? [source.file];
  const before = await stampOf(files);
  if (known.has(source.file) && before === lastStamp.get(source.file)) return before;
  // A change may bring new files; one that does not compile leaves the old list.
  const now = await bundleExtension(source).then(
    (bundle) => bundle.files,
    () => files,
  );
  known.set(source.file, now);
  const after = await stampOf(now);
  lastStamp.set(source.file, after);
  return after;
}

const lastStamp = new Map<string, string>();
