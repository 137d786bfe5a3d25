import type { ApexException } from '../../run/apex-object.ts';

/** A frame of Apex in a stack; lines count from 1. */
export interface ApexFrame {
  readonly className: string;
  readonly method: string;
  readonly line: number;
}

/** A frame of emitted code: its function carries the name of its method, of its class, and a mark of its own. */
interface EmittedFrame {
  readonly method: string;
  readonly className: string;
  readonly mark: string;
  readonly line: number;
}

// "at Object.bar$$Outer$Inner$$3 [as bar$integer] (apex:Outer:12:5)": names of Apex have no "$" in them.
const framePattern = /^\s*at .*?([A-Za-z]\w*)\$\$([A-Za-z][\w$]*?)\$\$(\w+).*? ?\(?apex:.+:(\d+):\d+\)?$/;

/** The frames of emitted code in a JavaScript stack, innermost first: the others belong to this runtime. */
export function readApexFrames(stack: string): ApexFrame[] {
  const frames: ApexFrame[] = [];
  // The class whose constructor is being left: fields are set by functions of their own, which in Apex are part of it.
  let constructing: string | null = null;
  for (const text of stack.split('\n')) {
    const frame = readFrame(text);
    if (frame === null) {
      continue;
    }
    const { className, line } = frame;
    const isOfFields = isInitialiser(frame) && frame.method !== 'static';
    if (isOfFields || frame.method === 'new') {
      if (constructing !== className) {
        frames.push({ className, method: '<init>', line });
      }
      constructing = isOfFields ? className : null;
    } else {
      frames.push({ className, method: methodNamed(frame), line });
      constructing = null;
    }
  }
  return frames;
}

function readFrame(text: string): EmittedFrame | null {
  const match = framePattern.exec(text);
  if (match === null) {
    return null;
  }
  const [, method = '', owner = '', mark = '', line = ''] = match;
  return { method, className: owner.replace('$', '.'), mark, line: Number(line) };
}

/** Values of fields are marked v0, v1, …; what calls them for one class after the other is `fields`. */
function isInitialiser({ method, mark }: EmittedFrame): boolean {
  return /^v\d+$/.test(mark) || (method === 'fields' && mark === '0');
}

/** The platform's own names for what starts a class, and for the accessors of properties. */
function methodNamed(frame: EmittedFrame): string {
  if (isInitialiser(frame)) {
    return '<clinit>';
  }
  return /^[gs]et$/.test(frame.mark) ? frame.method.replace(/^[gs]et_/, '__sfdc_') : frame.method;
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
  const place = className === 'AnonymousBlock' ? className : `Class.${className}.${method}`;
  return `${place}: line ${line}, column 1`;
}
