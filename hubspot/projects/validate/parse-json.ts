export type ParsedJson =
  { readonly isJson: true; readonly value: unknown } | { readonly isJson: false; readonly cause: string };

/** Reads a text as JSON without throwing. */
export function parseJson(text: string): ParsedJson {
  try {
    return { isJson: true, value: JSON.parse(text) as unknown };
  } catch (error) {
    return { isJson: false, cause: error instanceof Error ? error.message : String(error) };
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
