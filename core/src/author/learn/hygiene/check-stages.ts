import { lost, open, won, type LeadTable } from '../table/lead-table.ts';
import { meaningOf, type ClosingMeaning } from './closing-words.ts';
import { Evidence } from './evidence.ts';
import { countOf, countWords, listWords, shareWords } from './figure-words.ts';
import type { HygieneLine } from './hygiene-report.ts';
import type { InspectedHistory } from './inspected-history.ts';
import { gradedLine, gradeOfShare } from './write-line.ts';

const fewOfClosed = 0.05;
const leastClosedOfStage = 5;
const mostlyWon = 0.95;

/** How leads ended that stand at a stage. */
type StageTally = { stage: string; meaning: ClosingMeaning; openCount: number; wonCount: number; lostCount: number };

/** Whether a stage means the same for every lead. */
export function checkStages({ table }: InspectedHistory): HygieneLine[] {
  const tallies = tallyStages(table);
  return [checkOneMeaning(table, tallies), checkOpenAtClosedStage(table, tallies)];
}

function tallyStages({ outcomes, closing: { stages } }: LeadTable): StageTally[] {
  const tallies = stages.texts.map((stage): StageTally => {
    return { stage, meaning: meaningOf(stage), openCount: 0, wonCount: 0, lostCount: 0 };
  });
  outcomes.forEach((outcome, row) => {
    const tally = tallies[stages.codes[row]!];
    if (tally !== undefined) {
      tally.openCount += outcome === open ? 1 : 0;
      tally.wonCount += outcome === won ? 1 : 0;
      tally.lostCount += outcome === lost ? 1 : 0;
    }
  });
  return tallies;
}

/**
 * A stage with won and lost leads says little; a stage that says "won" on a lead that was lost is a contradiction, and above one closed
 * lead in twenty nobody knows any more which of both is true.
 */
function checkOneMeaning(table: LeadTable, tallies: StageTally[]): HygieneLine {
  const line = { code: 'LRN005', title: 'One meaning of won and lost' };
  const mixed = tallies.filter(({ wonCount, lostCount }) => wonCount > 0 && lostCount > 0);
  const evidence = new Evidence();
  let closed = 0;
  let against = 0;
  table.outcomes.forEach((outcome, row) => {
    const tally = tallies[table.closing.stages.codes[row]!];
    if (outcome === open || tally === undefined) {
      return;
    }
    closed += 1;
    const isWon = outcome === won;
    const isAgainst = tally.meaning === (isWon ? 'lost' : 'won');
    const isRarer = isWon ? tally.wonCount <= tally.lostCount : tally.lostCount < tally.wonCount;
    against += isAgainst ? 1 : 0;
    if (isAgainst || (tally.wonCount > 0 && tally.lostCount > 0 && isRarer)) {
      evidence.add(table.leadKeys[row]!, () => `stage "${tally.stage}", outcome ${isWon ? 'won' : 'lost'}`);
    }
  });
  if (closed === 0) {
    const found = 'No closed lead has a stage, so outcomes could not be compared with stages.';
    return gradedLine({ ...line, grade: 'partial', found, next: 'Map the column of the stage.' }, evidence);
  }
  const isBroken = against > closed * fewOfClosed;
  const grade = isBroken ? 'missing' : gradeOfShare(evidence.count / closed, 0, fewOfClosed);
  const names = mixed.map(({ stage }) => stage);
  const found =
    evidence.count === 0
      ? `Every stage of ${countOf(closed, 'closed lead')} goes with one outcome.`
      : `${countOf(evidence.count, 'closed lead')} of ${countWords(closed)} (${shareWords(evidence.count, closed)}) stand at a stage that goes with the other outcome elsewhere${names.length > 0 ? `: ${listWords(names)}` : ''}. On ${countWords(against)} the stage's own word contradicts the outcome.`;
  const next = 'Agree on which stage means won and which means lost, and correct the leads below.';
  return gradedLine({ ...line, grade, found, next }, evidence, isBroken);
}

/** Leads that look open and are not: their stage says closed, or is where won leads stand elsewhere. */
function checkOpenAtClosedStage(table: LeadTable, tallies: StageTally[]): HygieneLine {
  const line = { code: 'LRN006', title: 'Open leads at closed stages' };
  const evidence = new Evidence();
  const names = new Set<string>();
  let closed = 0;
  table.outcomes.forEach((outcome, row) => {
    closed += outcome === open ? 0 : 1;
    const tally = tallies[table.closing.stages.codes[row]!];
    if (outcome === open && tally !== undefined && isClosedStage(tally)) {
      names.add(tally.stage);
      evidence.add(table.leadKeys[row]!, () => `open at stage "${tally.stage}"`);
    }
  });
  const grade = gradeOfShare(evidence.count, 0, closed * fewOfClosed);
  const found =
    evidence.count === 0
      ? 'No open lead stands at a stage that means closed elsewhere.'
      : `${countOf(evidence.count, 'lead')} count as open but stand at a stage that means closed elsewhere: ${listWords([...names])}. Beside them ${countWords(closed)} are closed.`;
  return gradedLine({ ...line, grade, found, next: 'Map these stages to won or lost.' }, evidence);
}

function isClosedStage({ meaning, openCount, wonCount, lostCount }: StageTally): boolean {
  const closed = wonCount + lostCount;
  const isWhereWonLeadsStand = closed >= leastClosedOfStage && closed > openCount && wonCount >= mostlyWon * closed;
  return meaning !== 'nothing' || isWhereWonLeadsStand;
}
