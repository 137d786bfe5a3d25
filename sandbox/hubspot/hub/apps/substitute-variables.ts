/** What becomes of a text with `${NAME}` in it, and the names that nobody gave. */
export type Substituted = { readonly text: string; readonly missing: readonly string[] };

/**
 * Fills a profile's variables into the text of a metadata file.
 *
 * `{"targetUrl":"${ORIGIN}/hooks"}` with ORIGIN `https://a.example` → `{"targetUrl":"https://a.example/hooks"}`
 */
export function substituteVariables(text: string, variables: Readonly<Record<string, string>>): Substituted {
  const missing = new Set<string>();
  const filled = text.replaceAll(/\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g, (whole, name: string) => {
    if (!Object.hasOwn(variables, name)) {
      missing.add(name);
      return whole;
    }
    // It stands within a text of JSON, where quotes and backslashes are written otherwise.
    return JSON.stringify(variables[name]).slice(1, -1);
  });
  return { text: filled, missing: [...missing] };
}
