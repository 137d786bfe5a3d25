import { findSla, nameOf, type Telling } from './story-names.ts';
import { addLine, joinWords, type StoryLine } from './story.ts';

/** What is written, sent and made, or would be: in observe mode and in a control arm nothing is. */
export function tellActions(telling: Telling): StoryLine[] {
  const lines: StoryLine[] = [];
  addLine(lines, 'mode', modeWords(telling));
  const done: string[] = [];
  const planned: string[] = [];
  for (const action of telling.record.actions) {
    const words = actionWords(action.substring(1), telling);
    if (action.startsWith('+')) {
      done.push(words);
    } else {
      planned.push(words);
    }
  }
  if (done.length > 0) {
    addLine(lines, 'performed', `Done: ${joinWords(done)}.`);
  }
  if (planned.length > 0) {
    addLine(lines, 'planned', `Not done, only recorded: ${joinWords(planned)}.`);
  }
  return lines;
}

function modeWords(telling: Telling): string {
  if (telling.record.arm === 'control') {
    return 'Control arm of the trial: the lead is left to the present process.';
  }
  const arm = telling.record.arm === 'test' ? ' Test arm of the trial.' : '';
  switch (telling.record.mode) {
    case 'observe':
      return `Mode observe: everything is recorded, nothing is written.${arm}`;
    case 'suggest':
      return `Mode suggest: scores and reasons are written, the owner is not.${arm}`;
    default:
      return `Mode live: the decision is carried out.${arm}`;
  }
}

/** actionWords("createTask ana") → "a task for Ana Ruiz". */
function actionWords(action: string, telling: Telling): string {
  const gap = action.indexOf(' ');
  const kind = gap < 0 ? action : action.substring(0, gap);
  const subject = gap < 0 ? '' : action.substring(gap + 1);
  switch (kind) {
    case 'setScores':
      return 'scores, bucket and destination';
    case 'setField':
      return subject;
    case 'appendNote':
      return 'a note with this story';
    case 'createTask':
      return `a task for ${nameOf(subject, telling)}`;
    case 'alert':
      return `an alert to ${nameOf(subject, telling)}`;
    case 'enrol':
      return `enrolment in ${subject}`;
    case 'reply':
      return `the reply ${subject}`;
    case 'startClock':
      return `the clock "${slaWords(subject, telling)}"`;
    default:
      return action;
  }
}

function slaWords(slaKey: string, telling: Telling): string {
  const sla = findSla(slaKey, telling);
  return sla === null ? slaKey : sla.label;
}
