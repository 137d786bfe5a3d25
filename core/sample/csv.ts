/** RFC 4180: CRLF between records, quotes only where the value needs them, quotes doubled. */
export function toCsv(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [columns, ...rows].map((row) => row.map(quoteWhenNeeded).join(',')).join('\r\n') + '\r\n';
}

function quoteWhenNeeded(value: string): string {
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
