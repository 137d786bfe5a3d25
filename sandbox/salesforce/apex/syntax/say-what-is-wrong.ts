import type { SyntaxProblem } from './problems.ts';

const longestList = 6;

/** A complaint of the grammar as a problem, with a list of what was expected only where that list is short enough to help. */
export function sayWhatIsWrong(line: number, column: number, complaint: string): SyntaxProblem {
  return { code: 'APEX001', line, column, message: messageOf(complaint), next: nextStep(complaint) };
}

function messageOf(complaint: string): string {
  const unexpected = /^(?:mismatched|extraneous) input (.+?) expecting (.+)$/s.exec(complaint);
  if (unexpected !== null) {
    return `Unexpected ${nameOf(unexpected[1])}${expectation(unexpected[2])}.`;
  }
  const missing = /^missing (.+?) at (.+)$/s.exec(complaint);
  if (missing !== null) {
    return `Missing ${nameOf(missing[1])} before ${nameOf(missing[2])}.`;
  }
  const stuck = /^no viable alternative at input (.+)$/s.exec(complaint);
  if (stuck !== null) {
    return `Cannot read on after ${shorten(stuck[1] ?? '')}.`;
  }
  const character = /^token recognition error at: (.+)$/s.exec(complaint);
  return character === null
    ? `${complaint.charAt(0).toUpperCase()}${complaint.slice(1)}.`
    : `No word of Apex starts with ${shorten(character[1] ?? '')}.`;
}

function nameOf(token: string | undefined): string {
  return token === "'<EOF>'" || token === '<EOF>' ? 'the end of the file' : shorten(token ?? '');
}

function expectation(list: string | undefined): string {
  const words = (list ?? '').replace(/^\{|\}$/g, '').split(/, (?=['A-Z<])/);
  return words.length > longestList ? '' : `, expected ${words.map(nameOf).join(' or ')}`;
}

/** Its end is where reading stopped. */
function shorten(text: string): string {
  const oneLine = text.replace(/(?:\\[nrt]|\s)+/g, ' ');
  return oneLine.length > 60 ? `'…${oneLine.slice(-57)}` : oneLine;
}

function nextStep(complaint: string): string {
  if (complaint.includes('<EOF>')) {
    return 'Look for a brace, bracket or quote that is not closed.';
  }
  return complaint.startsWith('token recognition')
    ? 'Remove it, or look for a quote that is not closed and for an escape that Apex does not have.'
    : 'Correct the source at this place.';
}
