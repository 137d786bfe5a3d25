/** How a job's CSV is written. */
export interface CsvForm {
  readonly columnDelimiter: string;
  readonly delimiter: string;
  readonly lineEndingName: string;
  readonly lineEnding: string;
}

const delimiters: Readonly<Record<string, string>> = {
  BACKQUOTE: '`',
  CARET: '^',
  COMMA: ',',
  PIPE: '|',
  SEMICOLON: ';',
  TAB: '\t',
};

const lineEndings: Readonly<Record<string, string>> = { LF: '\n', CRLF: '\r\n' };

/** The form that a job asks for; null where there is no such one: findCsvForm('PIPE', 'LF')?.delimiter → "|". */
export function findCsvForm(columnDelimiter = 'COMMA', lineEndingName = 'LF'): CsvForm | null {
  const delimiter = delimiters[columnDelimiter];
  const lineEnding = lineEndings[lineEndingName];
  return delimiter === undefined || lineEnding === undefined
    ? null
    : { columnDelimiter, delimiter, lineEndingName, lineEnding };
}
