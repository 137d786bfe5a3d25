/** What can be wrong with a policy, and what to do about it. Codes are stable: they are never given a second meaning. */
export type PolicyCode = { meaning: string; next: string; similar: SimilarKind | null };

/** The names among which a similar one is looked for. */
export type SimilarKind = 'field' | 'destination' | 'pool' | 'sla';

function code(meaning: string, next: string, similar: SimilarKind | null = null): PolicyCode {
  return { meaning: meaning, next: next, similar: similar };
}

/** The form of the file. */
export const formCodes = {
  POL001: code('not readable as JSON', 'Correct this place; an editor that knows JSON marks it.'),
  POL002: code('an empty file', 'Start from core/policies/starter.json.'),
  POL003: code('the same name twice in one group', 'Keep one of them; only the last would have counted.'),
  POL004: code('a missing value', 'Add it: every value is written out, and null says "none" where that is allowed.'),
  POL005: code(
    'a value of the wrong kind',
    'Write it as described; numbers, true, false and null stand without quotes.',
  ),
  POL006: code('a number that is not whole', 'Round it; the engine counts in whole numbers only.'),
  POL007: code('a number out of bounds', 'Choose a number within the bounds.'),
  POL008: code('a text that is too long or empty', 'Shorten it, or fill it in.'),
  POL009: code('too many or too few entries', 'Remove or add entries.'),
  POL010: code('a value that is not in its list', 'Use one of its values.'),
  POL011: code('an unknown name', 'Correct the name, or remove it.'),
  POL012: code('a text in the wrong form', 'Use a letter first, then up to 39 letters, digits and hyphens.'),
  POL013: code(
    'a character that cannot be kept',
    'Remove line breaks and other control characters, and semicolons in lists.',
  ),
  POL014: code(
    'another format',
    'Use the version of Signalbox that wrote it, or start from core/policies/starter.json.',
  ),
  POL015: code('more of the same', 'Correct the first ones and read the file again.'),
  POL016: code('a form that is not known more closely', 'Compare it with core/policies/policy.schema.json.'),
} satisfies Record<string, PolicyCode>;

export type FormCode = keyof typeof formCodes;

/** What the file says: found by decide/policy/check-policy.ts on every platform. */
export const contentCodes: Record<string, PolicyCode> = {
  POL100: code('another format', 'Use the version of Signalbox that wrote it.'),
  POL101: code('a key used twice', 'Rename one of the two, and what refers to it.'),
  POL102: code('score cards out of order', 'Put the cards in the order fit, engagement, intent, capacity.'),
  POL103: code('a table that is missing', 'Train the card again, or set its basis to "expert".'),
  POL104: code('a half-life of nothing', 'Give it at least one day.'),
  POL105: code('a bin of the wrong kind', 'Use low and high for numbers, texts for words and for yes or no.'),
  POL106: code('ends the wrong way round', 'Swap low and high.'),
  POL107: code('a territory that nobody works', 'Name a pool or an owner.'),
  POL108: code('too many entries', 'Split it.'),
  POL109: code(
    'a logic line that does not read',
    'Write condition numbers with AND, OR, NOT and brackets, such as 1 AND (2 OR 3).',
  ),
  POL114: code('an unknown field', "Fix the field, or add it to the policy's own fields.", 'field'),
  POL115: code('an operator for another kind of field', 'Use an operator that fits the field, or another field.'),
  POL116: code('the wrong ends', 'Fill low for atLeast, high for atMost, both for between.'),
  POL117: code('nothing to compare with', 'Add at least one value.'),
  POL118: code('a separator inside a value', 'Write the values as separate entries.'),
  POL119: code('a country that is no code', 'Write the two letters of the country, such as us or de.'),
  POL120: code('a matrix with holes', 'Fill all eight cells: fit, engagement and confidence, each high and low.'),
  POL121: code('matrix cells out of order', 'Order them by fit, engagement, confidence, high before low.'),
  POL122: code('a destination without a holder', 'Name the person or queue that holds the lead when nobody else can.'),
  POL123: code('an audit that closes out', 'Choose an audit destination that a person works through.'),
  POL124: code('a guard without a destination', 'Name a destination, or make the guard inactive with one.'),
  POL125: code('a pool that overflows into itself', 'Choose another overflow pool, or none.'),
  POL126: code('a pool without members', 'Add members, or send its leads elsewhere.'),
  POL127: code('a negative weight', 'Give the member a weight of at least 1.'),
  POL128: code('a clock without time', 'Give it at least one minute.'),
  POL129: code('a clock without an owner', 'Name the person who is told of every miss.'),
  POL130: code('an unknown destination', 'Fix the name, or add the destination.', 'destination'),
  POL131: code('an unknown pool', 'Fix the name, or add the pool.', 'pool'),
  POL132: code('an unknown service level', 'Fix the name, or add the service level.', 'sla'),
  POL133: code(
    'a phrase that is not written as it is read',
    'Write it as shown: lower case, without accents, single blanks.',
  ),
  POL134: code('a field that is not known yet', 'Use a field that the lead brings along.'),
  POL135: code('a condition that does not count', 'Name it in the logic line, or take it out.'),
  POL136: code('ramp steps out of order', 'Order them by days, each later than the one before.'),
};
