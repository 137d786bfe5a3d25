/** A place in the file: the names and positions that lead to it. */
export type Place = readonly PropertyKey[];

/** What ops call a row of each list, and the value that names it. */
const rowNames: Record<string, { word: string; keyName: string }> = {
  fields: { word: 'field', keyName: 'fieldKey' },
  scorecards: { word: 'scorecard', keyName: 'axis' },
  attributes: { word: 'attribute', keyName: 'attributeKey' },
  signals: { word: 'signal', keyName: 'signalKey' },
  phraseLists: { word: 'phrase list', keyName: 'listKey' },
  tiers: { word: 'tier', keyName: 'tierKey' },
  guards: { word: 'guard', keyName: 'guardKey' },
  inquiryRoutes: { word: 'inquiry route', keyName: 'inquiryType' },
  territories: { word: 'territory', keyName: 'territoryKey' },
  rules: { word: 'rule', keyName: 'ruleKey' },
  destinations: { word: 'destination', keyName: 'destinationKey' },
  pools: { word: 'pool', keyName: 'poolKey' },
  members: { word: 'member', keyName: 'memberKey' },
  slas: { word: 'service level', keyName: 'slaKey' },
  escalations: { word: 'escalation of', keyName: 'slaKey' },
  questions: { word: 'question for', keyName: 'fieldKey' },
  experiments: { word: 'experiment', keyName: 'experimentKey' },
};

/** Entries that have no name of their own. */
const entryWords: Record<string, string> = {
  conditions: 'condition',
  bins: 'bin',
  cells: 'matrix cell',
  rampSteps: 'ramp step',
  texts: 'value',
  requiredSkills: 'skill',
  decayTable: 'entry of the decay table, number',
  scoreTable: 'entry of the score table, number',
  agreementTable: 'entry of the agreement table, number',
};

export type NamedPlace = {
  /** The row, and the entry within it. */
  about: string;
  /** The value's own name; null when the place is a row or an entry itself. */
  value: string | null;
};

/**
 * A place in the words of those who edit policies.
 * ["rules", 6, "conditions", 1, "fieldKey"] → about `rule "enterprise-east" (row 7): condition 2`, value `fieldKey`.
 */
export function namePlace(root: unknown, place: Place): NamedPlace {
  const parts: string[] = [];
  let value: string | null = null;
  let here: unknown = root;
  for (const [depth, step] of place.entries()) {
    here = childOf(here, step);
    if (typeof step === 'number') {
      parts.push(nameEntry(String(place[depth - 1]), step, here));
      value = null;
    } else {
      value = String(step);
    }
  }
  return { about: parts.length === 0 ? nameTop(here, value) : parts.join(': '), value: value };
}

/** Single values stand in the list of settings, wherever the file keeps them. */
function nameTop(here: unknown, value: string | null): string {
  return value === null || (typeof here === 'object' && here !== null) ? 'the policy' : 'the settings';
}

function nameEntry(list: string, position: number, entry: unknown): string {
  const row = rowNames[list];
  if (row === undefined) {
    return `${entryWords[list] ?? list} ${position + 1}`;
  }
  const key = childOf(entry, row.keyName);
  return typeof key === 'string'
    ? `${row.word} "${key.slice(0, 60)}" (row ${position + 1})`
    : `${row.word} in row ${position + 1}`;
}

/** What stands at one step below; undefined when nothing does. */
export function childOf(value: unknown, step: PropertyKey): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) {
    return undefined;
  }
  return (value as Record<PropertyKey, unknown>)[step];
}
