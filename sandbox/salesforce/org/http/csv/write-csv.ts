/** One line of CSV, every value quoted as the platform writes them: writeCsvLine(['a', 'say "b"'], ',') → '"a","say ""b"""'. */
export function writeCsvLine(values: readonly string[], delimiter: string): string {
  return values.map((each) => `"${each.replaceAll('"', '""')}"`).join(delimiter);
}

/** Lines under each other, each with its ending: writeCsv([['Id']], { delimiter: ',', lineEnding: '\n' }) → '"Id"\n'. */
export function writeCsv(
  lines: Iterable<readonly string[]>,
  form: { readonly delimiter: string; readonly lineEnding: string },
): string {
  let text = '';
  for (const line of lines) {
    text += writeCsvLine(line, form.delimiter) + form.lineEnding;
  }
  return text;
}
