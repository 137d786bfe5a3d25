/** Time as the adapter sees it. Tests bring one that runs as they say. */
export type Clock = {
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly sleep: (millis: number) => Promise<void>;
};

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (millis) => new Promise((resolve) => setTimeout(resolve, Math.min(millis, longestMillis))),
};

// What a timer can wait; more would fire at once.
const longestMillis = 2_147_483_647;
