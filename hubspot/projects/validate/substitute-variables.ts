export type VariableValue = string | number | boolean;

const placeholder = /\$\{([^}]*)\}/g;

/**
 * A value with a profile's variables filled in, as HubSpot does it: a text that is nothing but a variable takes its type.
 * What the profile does not give stays as it is.
 *
 * substituteVariables({ port: '${PORT}', url: '${ORIGIN}/a' }, { PORT: 1, ORIGIN: 'https://a.example' })
 * → { port: 1, url: 'https://a.example/a' }
 */
export function substituteVariables(value: unknown, variables: Readonly<Record<string, VariableValue>>): unknown {
  if (typeof value === 'string') {
    const whole = /^\$\{([^}]+)\}$/.exec(value)?.[1];
    if (whole !== undefined && Object.hasOwn(variables, whole)) return variables[whole];
    return value.replaceAll(placeholder, (text, name: string) =>
      Object.hasOwn(variables, name) ? String(variables[name]) : text,
    );
  }
  if (Array.isArray(value)) return value.map((each) => substituteVariables(each, variables));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, substituteVariables(each, variables)]));
  }
  return value;
}

/** The names of the variables in all texts of a value, each once, sorted. */
export function variablesIn(value: unknown): string[] {
  if (typeof value === 'string') {
    return [...new Set([...value.matchAll(placeholder)].map((match) => match[1]!))].sort();
  }
  if (typeof value !== 'object' || value === null) return [];
  return [...new Set(Object.values(value).flatMap(variablesIn))].sort();
}

/** Whether a text still waits for a variable, so that nothing can be said of it. */
export function isOpen(text: string): boolean {
  return text.includes('${');
}
