/** A name in SQL. quoteName('close "date"') → '"close ""date"""'. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text in SQL. quoteText("it's") → "'it''s'". */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
