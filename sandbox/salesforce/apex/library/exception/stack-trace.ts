import { readApexFrames, type ApexFrame } from '../../run/apex-frames.ts';
import type { ApexException } from '../../run/apex-object.ts';
import { describeException } from './exceptions.ts';

export { readApexFrames };

/**
 * As getStackTraceString() shows it: "Class.Foo.bar: line 12, column 1", a line for each frame, and behind a line with
 * "Caused by" the same of the exception that was the cause.
 */
export function stackTraceOf(exception: ApexException): string {
  const parts: string[] = [];
  const told = new Set<ApexException>();
  for (let each: ApexException | null = exception; each !== null && !told.has(each); each = each.$cause) {
    const frames = readApexFrames(each.$stack).map(showFrame).join('\n');
    parts.push(each === exception ? frames : `Caused by\n${describeException(each)}\n\n${frames}`);
    told.add(each);
  }
  return parts.join('\n');
}

/** The line of the innermost frame, as getLineNumber() gives it; 0 where no Apex was on the stack. */
export function lineOf(exception: ApexException): number {
  return readApexFrames(exception.$stack)[0]?.line ?? 0;
}

function showFrame({ className, method, line }: ApexFrame): string {
  // Anonymous Apex has no methods to people: even those declared in it show as the block.
  const name = method === null ? '' : `.${method}`;
  const place = className === 'AnonymousBlock' ? className : `Class.${className}${name}`;
  return `${place}: line ${line}, column 1`;
}
