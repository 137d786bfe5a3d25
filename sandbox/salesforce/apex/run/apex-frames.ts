/** A frame of Apex in a JavaScript stack. `method` is null in code outside of methods. */
export interface ApexFrame {
  /** "Foo" or "Outer.Inner". */
  readonly className: string;
  /** As declared; "<init>" for constructors and initialisers of objects, "<clinit>" for those of classes. */
  readonly method: string | null;
  readonly line: number;
}

// "at bar$$Outer$Inner$$3 (apex:Outer:12:5)", "at Outer$Inner.bar$$Outer$Inner$$3 [as bar$integer] (apex:Outer:12:5)"
const framePattern = /^\s*at (?:.*?\.)?(\w+)\$\$([\w$]+?)\$\$(\w+)(?: \[as .+?\])? \(apex:[^:]+:(\d+):\d+\)$/;

/**
 * The frames of emitted code, innermost first. Emitted functions are named `method$$Class$Inner$$number`; those numbered 0
 * are not written in the source, so they are left out like the frames of the runtime itself.
 */
export function readApexFrames(stack: string): ApexFrame[] {
  const frames: ApexFrame[] = [];
  for (const text of stack.split('\n')) {
    const match = framePattern.exec(text);
    if (match !== null) {
      const [, name = '', className = '', number = '', line = ''] = match;
      if (number !== '0') {
        frames.push({
          className: className.replace('$', '.'),
          method: methodNamed(name, className),
          line: Number(line),
        });
      }
    }
  }
  return frames;
}

/** A stack without the frames of code that no line of source stands for: constructors that are not written out. */
export function withoutUnwritten(stack: string): string {
  return stack
    .split('\n')
    .filter((text) => !/\$\$0(?: \[as .+\])? \(apex:|^\s*at new \S+ \(apex:/.test(text))
    .join('\n');
}

function methodNamed(name: string, className: string): string | null {
  if (name === 'new') {
    return '<init>';
  }
  if (name === 'static') {
    return '<clinit>';
  }
  const isBody = name === 'execute' && (className === 'AnonymousBlock' || className.startsWith('Trigger$'));
  return isBody ? null : name;
}
