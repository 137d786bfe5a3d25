/** The workflow actions, by the last part of their address. */
export const actionKeys = [
  'score-and-route',
  'score',
  'find-owner',
  'take-next-from-pool',
  'start-clock',
  'ask-for-review',
  'close-clock',
] as const;

export type ActionKey = (typeof actionKeys)[number];

/** A value that somebody fills in where they add the action to a workflow. */
export type ActionInput = {
  readonly name: string;
  readonly type: 'string' | 'bool' | 'enumeration';
  readonly isRequired: boolean;
  /** Of an enumeration; the first one counts where nothing was chosen. */
  readonly options: readonly string[];
};

/** A value that later steps of the workflow can use. */
export type ActionOutput = { readonly name: string; readonly type: 'string' | 'number' | 'datetime' };

/** `datetime` outputs are UTC milliseconds, as everywhere in HubSpot. */
export type ActionDefinition = { readonly inputs: readonly ActionInput[]; readonly outputs: readonly ActionOutput[] };

/**
 * What is done with a contact that was decided before: decide it with what is known now, take it as a new arrival, or answer
 * the decision that stands.
 */
export const againOptions = ['decide', 'arrival', 'keep'] as const;

const problem = outputs('string', ['error_code', 'error_message']);
const scores = outputs('number', ['fit_score', 'engagement_score', 'intent_score', 'capacity_score', 'confidence']);
const owner = outputs('string', ['owner_id', 'owner_name']);
const band = outputs('string', ['band', 'reason']);

/** What each action takes and gives; the metadata in the marketplace app says the same, and a test holds the two together. */
export const actionDefinitions: Readonly<Record<ActionKey, ActionDefinition>> = {
  'score-and-route': {
    inputs: [{ name: 'when_decided_before', type: 'enumeration', isRequired: false, options: againOptions }],
    outputs: [
      ...outputs('string', ['state', 'decision_id', 'destination']),
      ...owner,
      ...band,
      ...scores,
      ...outputs('datetime', ['sla_due']),
      ...problem,
    ],
  },
  score: { inputs: [], outputs: [...scores, ...band, ...problem] },
  'find-owner': {
    inputs: [],
    outputs: [...owner, ...outputs('string', ['destination', 'basis', 'reason']), ...problem],
  },
  'take-next-from-pool': {
    inputs: [
      { name: 'pool', type: 'string', isRequired: true, options: [] },
      { name: 'make_owner', type: 'bool', isRequired: false, options: [] },
    ],
    outputs: [...owner, ...outputs('number', ['turn_number']), ...outputs('string', ['basis']), ...problem],
  },
  'start-clock': {
    inputs: [{ name: 'service_level', type: 'string', isRequired: true, options: [] }],
    outputs: [...outputs('datetime', ['sla_due']), ...outputs('string', ['sla_owner']), ...problem],
  },
  'ask-for-review': {
    inputs: [{ name: 'reason', type: 'string', isRequired: true, options: [] }],
    outputs: [...owner, ...problem],
  },
  'close-clock': {
    inputs: [{ name: 'reason', type: 'string', isRequired: false, options: [] }],
    outputs: [...outputs('string', ['clock_state']), ...problem],
  },
};

function outputs(type: ActionOutput['type'], names: readonly string[]): ActionOutput[] {
  return names.map((name) => ({ name: name, type: type }));
}
