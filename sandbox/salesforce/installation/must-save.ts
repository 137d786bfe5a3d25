type Saved = { readonly success: boolean; readonly id?: string | undefined; readonly errors: readonly unknown[] };

/** The ids of saved records; throws with the first refusals where any was refused. */
export function mustSave(what: string, results: readonly Saved[]): string[] {
  const refused = results.filter((each) => !each.success);
  if (refused.length > 0) {
    const first = refused.slice(0, 3).map((each) => JSON.stringify(each.errors));
    throw new Error(`${refused.length} of ${results.length} ${what} were refused: ${first.join('; ')}`);
  }
  return results.map((each) => each.id ?? '');
}
