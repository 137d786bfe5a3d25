/** A metadata file: document('ListView', [line('label', 'All')]). */
export function document(type: string, lines: readonly string[]): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<${type} xmlns="http://soap.sforce.com/2006/04/metadata">`,
    ...lines,
    `</${type}>`,
    '',
  ].join('\n');
}

/** One element with a text: line('label', 'R & D') → '  <label>R &amp; D</label>'. */
export function line(name: string, text: string): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `  <${name}>${escaped}</${name}>`;
}
