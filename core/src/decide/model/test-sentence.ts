import type { Condition, FieldDefinition, LogicStep } from './condition.ts';
import { conditionSentence } from './condition-sentence.ts';
import { readLogic } from './read-logic.ts';

/** Conditions joined as the logic line says; the empty line joins by "and". */
export function testSentence(conditions: Condition[], logic: string, fields: FieldDefinition[]): string {
  const sentences: string[] = [];
  for (const condition of conditions) {
    sentences.push(conditionSentence(condition, fields));
  }
  const steps = readLogic(logic, conditions.length).steps;
  return steps.length === 0 ? sentences.join(' and ') : joinSteps(steps, sentences);
}

/** How closely a part is joined: a single condition closest, then "and", then "or". */
type Part = { words: string; isAlternative: boolean };

function joinSteps(steps: LogicStep[], sentences: string[]): string {
  const stack: Part[] = [];
  for (const step of steps) {
    if (step.kind === 'condition') {
      stack.push({ words: sentences[step.conditionPosition]!, isAlternative: false });
    } else if (step.kind === 'not') {
      const innermost = stack.pop()!;
      stack.push({ words: `not (${innermost.words})`, isAlternative: false });
    } else {
      const right = stack.pop()!;
      const left = stack.pop()!;
      stack.push(step.kind === 'or' ? either(left, right) : both(left, right));
    }
  }
  return stack.pop()!.words;
}

function either(left: Part, right: Part): Part {
  return { words: `${left.words} or ${right.words}`, isAlternative: true };
}

function both(left: Part, right: Part): Part {
  return { words: `${bracketed(left)} and ${bracketed(right)}`, isAlternative: false };
}

function bracketed(part: Part): string {
  return part.isAlternative ? `(${part.words})` : part.words;
}
