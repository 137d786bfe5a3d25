/** The steps of a first run, in the order in which they are done. */
export const stepKeys = [
  'team',
  'promises',
  'fields',
  'thresholds',
  'trigger',
  'workflows',
  'dryRun',
  'publish',
] as const;

export type StepKey = (typeof stepKeys)[number];

/** `look`: it works, and somebody should look at it. `unknown` is never taken for done. */
export type StepState = 'done' | 'todo' | 'look' | 'impossible' | 'unknown';

/** How a step stands, in a plain sentence. */
export type Standing = { readonly state: StepState; readonly found: string };

export type Step = Standing & {
  readonly key: StepKey;
  readonly title: string;
  /** What its button says. */
  readonly verb: string;
};

const titles: Readonly<Record<StepKey, readonly [title: string, verb: string]>> = {
  team: ['Your team', 'Name your team'],
  promises: ['Who answers for a miss', 'Choose who answers'],
  fields: ['Where fields come from', 'Map the fields'],
  thresholds: ['Where high begins', 'Set the thresholds'],
  trigger: ['How leads come in', 'See the ways'],
  workflows: ['Workflows that set owners too', 'See the workflows'],
  dryRun: ['A dry run', 'Try the rules'],
  publish: ['Publish', 'Choose a mode'],
};

export function stepOf(key: StepKey, standing: Standing): Step {
  const [title, verb] = titles[key];
  return { key, title, verb, ...standing };
}

/** How far it is: what is not possible here is not waited for. */
export function progressOf(steps: readonly Step[]): { readonly done: number; readonly of: number } {
  const possible = steps.filter(({ state }) => state !== 'impossible');
  return { done: possible.filter(({ state }) => state === 'done').length, of: possible.length };
}
