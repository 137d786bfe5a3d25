/**
 * From which line to which a rule is waived, in the one form that the check "waivers" knows.
 *
 * Example: `listWaivedLines(text, 'lints:APC038')` is `[[3, 9]]` where line 3 suppresses it and line 9 ends that.
 */
export function listWaivedLines(text: string, selector: string): [from: number, to: number][] {
  const spans: [number, number][] = [];
  let from = 0;
  for (const [index, line] of text.split('\n').entries()) {
    if (line.includes(`code-analyzer-suppress(${selector})`)) from = index + 1;
    if (from === 0 || !line.includes(`code-analyzer-unsuppress(${selector})`)) continue;
    spans.push([from, index + 1]);
    from = 0;
  }
  return spans;
}
