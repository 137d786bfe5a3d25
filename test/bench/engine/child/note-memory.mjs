/** Loaded before a program: when it ends, its largest resident size in bytes goes into the file that MEMORY_NOTE names. */
import { appendFileSync, readFileSync } from 'node:fs';

const noteFile = process.env.MEMORY_NOTE;

if (noteFile !== undefined) {
  process.on('exit', () => appendFileSync(noteFile, `${peakBytes()}\n`));
}

/** Linux counts what the parent held at the fork into the usual figure, so there its own page of the process is read. */
function peakBytes() {
  try {
    const found = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'));
    if (found !== null) {
      return Number(found[1]) * 1_024;
    }
  } catch {
    // Not Linux.
  }
  return process.resourceUsage().maxRSS * 1_024;
}
