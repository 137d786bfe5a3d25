/**
 * The namespace that unqualified names belong to first. On the platform it is that of the class that runs: within a managed
 * package `Score__c` means `acme__Score__c`, and whoever asks from outside says the whole name.
 */
let inForce: string | null = null;
let inLowerCase: string | null = null;

/** Runs an action as the code of a namespace would; null is the org's own. withinNamespace('acme', () => find('Score__c')). */
export function withinNamespace<T>(namespace: string | null, action: () => T): T {
  const earlier = inForce;
  const earlierInLowerCase = inLowerCase;
  inForce = namespace;
  inLowerCase = namespace === null ? null : namespace.toLowerCase();
  try {
    return action();
  } finally {
    inForce = earlier;
    inLowerCase = earlierInLowerCase;
  }
}

/** Null outside of every package. */
export function namespaceInForce(): string | null {
  return inForce;
}

/** Names of objects, fields and relationships that have no namespace yet. */
const unqualified = /^[a-z](?:_?[a-z0-9])*__(?:c|r|mdt|e|b|x|share|history|feed|changeevent)$/;

/** The name that a lower-case one has within the namespace in force: 'acme__score__c' of 'score__c'; null where it has none. */
export function ownName(lowerName: string): string | null {
  return inLowerCase !== null && unqualified.test(lowerName) ? `${inLowerCase}__${lowerName}` : null;
}

/** By lower-case names, of which those of the namespace in force may stand without it: get('score__c') → what 'acme__score__c' is. */
export class NamesOfNamespace<V> extends Map<string, V> {
  override get(lowerName: string): V | undefined {
    const own = ownName(lowerName);
    return (own === null ? undefined : super.get(own)) ?? super.get(lowerName);
  }

  override has(lowerName: string): boolean {
    const own = ownName(lowerName);
    return (own !== null && super.has(own)) || super.has(lowerName);
  }
}
