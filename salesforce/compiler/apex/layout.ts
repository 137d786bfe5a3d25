/**
 * A layout says where a text may be broken; it stays on one line where that fits. The rules are those of Wadler's "A prettier
 * printer": a group is set flat if it fits into the rest of the line, and broken at all its own breaks otherwise.
 */
export type Layout =
  | string
  | { readonly kind: 'join'; readonly parts: readonly Layout[] }
  | { readonly kind: 'group'; readonly content: Layout }
  | { readonly kind: 'indent'; readonly content: Layout }
  /** `flat` where the group fits, else a new line. */
  | { readonly kind: 'break'; readonly flat: string }
  /** Nothing where the group fits, else the text. */
  | { readonly kind: 'ifBroken'; readonly text: string };

export const join = (...parts: readonly Layout[]): Layout => ({ kind: 'join', parts });
export const group = (...parts: readonly Layout[]): Layout => ({ kind: 'group', content: join(...parts) });
export const indent = (...parts: readonly Layout[]): Layout => ({ kind: 'indent', content: join(...parts) });
/** A blank or a new line; nothing or a new line. */
export const line: Layout = { kind: 'break', flat: ' ' };
export const softLine: Layout = { kind: 'break', flat: '' };

export const indentWidth = 2;
export const lineWidth = 120;

type Setting = { readonly layout: Layout; readonly depth: number; readonly isFlat: boolean };

/** Sets a layout into lines, the first of which starts at a column. */
export function setLines(layout: Layout, startColumn: number, startDepth: number): string {
  const out: string[] = [];
  const stack: Setting[] = [{ layout, depth: startDepth, isFlat: false }];
  let column = startColumn;
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { layout: current, depth, isFlat } = next;
    if (typeof current === 'string') {
      out.push(current);
      column += current.length;
    } else if (current.kind === 'join') {
      for (const part of [...current.parts].reverse()) stack.push({ layout: part, depth, isFlat });
    } else if (current.kind === 'indent') {
      stack.push({ layout: current.content, depth: depth + 1, isFlat });
    } else if (current.kind === 'group') {
      const room = lineWidth - column - trailingWidth(stack);
      stack.push({ layout: current.content, depth, isFlat: isFlat || flatWidth(current.content, room) <= room });
    } else if (current.kind === 'ifBroken') {
      if (!isFlat) {
        out.push(current.text);
        column += current.text.length;
      }
    } else if (isFlat) {
      out.push(current.flat);
      column += current.flat.length;
    } else {
      out.push(`\n${' '.repeat(depth * indentWidth)}`);
      column = depth * indentWidth;
    }
  }
  return out.join('').replace(/ +$/gm, '');
}

/** What surely follows on the same line: the closing brackets and the semicolon behind a group count against its room. */
function trailingWidth(stack: readonly Setting[]): number {
  let width = 0;
  for (let place = stack.length - 1; place >= 0; place -= 1) {
    const { layout, isFlat } = stack[place]!;
    const measured = widthToBreak(layout, isFlat);
    width += measured.width;
    if (measured.isEnded) return width;
  }
  return width;
}

function widthToBreak(layout: Layout, isFlat: boolean): { width: number; isEnded: boolean } {
  if (typeof layout === 'string') return { width: layout.length, isEnded: false };
  if (layout.kind === 'break') return { width: isFlat ? layout.flat.length : 0, isEnded: !isFlat };
  if (layout.kind === 'ifBroken') return { width: isFlat ? 0 : layout.text.length, isEnded: false };
  if (layout.kind !== 'join') {
    // A group that follows may break at its own first break, so only the text up to it is sure.
    return widthToBreak(layout.content, layout.kind === 'group' ? false : isFlat);
  }
  let width = 0;
  for (const part of layout.parts) {
    const measured = widthToBreak(part, isFlat);
    width += measured.width;
    if (measured.isEnded) return { width, isEnded: true };
  }
  return { width, isEnded: false };
}

function flatWidth(layout: Layout, room: number): number {
  if (typeof layout === 'string') return layout.length;
  if (layout.kind === 'break') return layout.flat.length;
  if (layout.kind === 'ifBroken') return 0;
  if (layout.kind !== 'join') return flatWidth(layout.content, room);
  let width = 0;
  for (const part of layout.parts) {
    width += flatWidth(part, room);
    if (width > room) return width;
  }
  return width;
}
