import { RunError, StoppedEarly } from '../run/run-message.ts';
import { plain } from './write-out.ts';

/** Something in the input was wrong; good rows were decided all the same. */
export const badInput = 2;
export const interrupted = 130;

const diskFaults = new Set([
  'ENOSPC',
  'EACCES',
  'EPERM',
  'EROFS',
  'EEXIST',
  'ENOENT',
  'ENOTDIR',
  'EDQUOT',
  'EIO',
  'EMFILE',
  'ENAMETOOLONG',
]);

/** Tells a person why a command ended and returns its exit code. What nobody foresaw is thrown on. */
export function endWith(cause: unknown): number {
  if (cause instanceof RunError) {
    console.error(plain(cause.message));
    return badInput;
  }
  if (cause instanceof StoppedEarly) {
    console.error('\nStopped before the first lead was decided. Run the same command again.');
    return interrupted;
  }
  const { code, path } = cause as NodeJS.ErrnoException;
  if (code !== undefined && diskFaults.has(code)) {
    console.error(plain(`RUN110  ${path ?? 'a file of the run'}: can't be written or read (${code})`));
    console.error(
      '        Next: make room or choose another folder with --out, then run the same command again. What was written is kept.',
    );
    return badInput;
  }
  throw cause;
}
