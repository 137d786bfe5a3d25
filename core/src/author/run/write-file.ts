import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';

/** Writes a small file whole or not at all: whoever is stopped in between leaves the old one. */
export function writeFileWhole(file: string, text: string): void {
  const next = `${file}.${process.pid}.next`;
  const handle = openSync(next, 'w');
  try {
    writeAll(handle, text);
    fsyncSync(handle);
  } catch (cause) {
    rmSync(next, { force: true });
    throw cause;
  } finally {
    closeSync(handle);
  }
  renameSync(next, file);
}

/** Writes all of a text, also where the system takes it in parts. */
export function writeAll(handle: number, text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  for (let place = 0; place < bytes.length;) {
    place += writeSync(handle, bytes, place);
  }
}
