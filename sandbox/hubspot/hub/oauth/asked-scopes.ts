/**
 * Scopes of a token that note which of them let a call through: of several that a call may have, the first that was granted. HubSpot
 * compares what an app asks for with what its calls need.
 */
export class AskedScopes extends Set<string> {
  readonly #note: (scope: string) => void;

  constructor(granted: ReadonlySet<string>, note: (scope: string) => void) {
    super(granted);
    this.#note = note;
  }

  override has(scope: string): boolean {
    const isGranted = super.has(scope);
    if (isGranted) this.#note(scope);
    return isGranted;
  }
}
