/** The versions of the API that are served: versions().at(-1) → { label: "Winter '27", version: '68.0' }. */
export function versions(): readonly { readonly label: string; readonly version: string }[] {
  return Array.from({ length: last - first + 1 }, (_, index) => {
    const version = first + index;
    return { label: releaseName(version), version: `${String(version)}.0` };
  });
}

/** Whether addresses may begin with it: isServed('v68.0') → true. */
export function isServed(version: string): boolean {
  const [, number] = /^v(\d+)\.0$/.exec(version) ?? [];
  return number !== undefined && Number(number) >= first && Number(number) <= last;
}

const first = 50;
const last = 68;
const seasons = ['Winter', 'Spring', 'Summer'];

/** There are three releases a year, and 50 is Winter '21. */
function releaseName(version: number): string {
  const since = version - first;
  const year = 21 + Math.floor(since / seasons.length);
  return `${seasons[since % seasons.length] ?? ''} '${String(year)}`;
}
