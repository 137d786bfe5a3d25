import path from 'node:path';
import { asApexException } from './emitted-failures.ts';

/** Deep recursion is told by its innermost frames. */
const framesKept = 60;

/** What JavaScript throws on null, or when the stack is full, leaves as the exception that it is in Apex. */
export function enterApex<T>(action: () => T): T {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = framesKept;
  try {
    return action();
  } catch (thrown) {
    throw asApexException(thrown) ?? thrown;
  } finally {
    Error.stackTraceLimit = limit;
  }
}

const ownFile = `/${path.basename(import.meta.filename)}:`;

/**
 * The part of a JavaScript stack that belongs to the innermost entry into Apex: what lies further out is another's. Frames are
 * told by their file, because tools that map stacks to sources change the names of functions.
 */
export function withinEntry(stack: string): string {
  const end = stack.indexOf(ownFile);
  return end < 0 ? stack : stack.slice(0, end);
}
