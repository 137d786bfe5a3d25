import type { ApexException } from '../../run/apex-object.ts';

/** A frame of Apex in a stack. `method` is null outside of methods; lines count from 1. */
export interface ApexFrame {
  readonly className: string;
  readonly method: string | null;
  readonly line: number;
}

// "at bar$$Outer$Inner$$3 (apex:Outer:12:5)", "at Foo.bar$$Foo$$1 [as bar$integer] (apex:Foo:3:1)", "at apex:Foo:1:1"
const framePattern = /^\s*at (?:(.*?) \()?apex:(.+?):(\d+):\d+\)?$/;
// Emitted functions carry the name of their method and of their class, which have no "$" in Apex.
const functionPattern = /([A-Za-z]\w*)\$\$([A-Za-z][\w$]*?)\$\$\w+/;

/** The frames of emitted code in a JavaScript stack, innermost first: the others belong to this runtime. */
export function readApexFrames(stack: string): ApexFrame[] {
  const frames: ApexFrame[] = [];
  for (const text of stack.split('\n')) {
    const match = framePattern.exec(text);
    if (match !== null) {
      const [, call = '', file = '', line = ''] = match;
      const [, method = null, owner = file] = functionPattern.exec(call) ?? [];
      frames.push({
        className: owner.replace('$', '.'),
        method: method === null ? null : methodNamed(method),
        line: Number(line),
      });
    }
  }
  return frames;
}

/** The platform's own names: `<init>` for constructors, and a prefix for the accessors of properties. */
function methodNamed(emitted: string): string {
  return emitted === 'new' ? '<init>' : emitted.replace(/^[gs]et_/, '__sfdc_');
}

/** As getStackTraceString() shows it: "Class.Foo.bar: line 12, column 1", a line for each frame. */
export function stackTraceOf(exception: ApexException): string {
  return readApexFrames(exception.$stack).map(showFrame).join('\n');
}

/** The line of the innermost frame; 0 where no Apex was on the stack. */
export function lineOf(exception: ApexException): number {
  return readApexFrames(exception.$stack)[0]?.line ?? 0;
}

function showFrame({ className, method, line }: ApexFrame): string {
  const isNamedInFull = className === 'AnonymousBlock' || className.startsWith('Trigger.');
  const place = `${isNamedInFull ? '' : 'Class.'}${className}${method === null ? '' : `.${method}`}`;
  return `${place}: line ${line}, column 1`;
}
