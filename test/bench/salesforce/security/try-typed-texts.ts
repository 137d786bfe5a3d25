import type { Asked } from './entries.ts';
import type { SecuredOrg } from './secured-org.ts';
import type { Findings } from './try-entries.ts';
import { tryEntry, type Tried } from './try-entry.ts';
import { harmless, longText, typed, typing, type Typing } from './typed-texts.ts';

/** Types every text into every parameter: what comes of it must be what comes of a harmless one, word for word but for the text. */
export function tryTypedTexts(org: SecuredOrg): Findings {
  const wrong: string[] = [];
  let count = 0;
  for (const each of typing) {
    const usual = tryEntry(org, each.by, withText(each, harmless));
    for (const text of typed) {
      const found = tryEntry(org, each.by, withText(each, text));
      const difference = differenceOf(tell(each, usual, harmless), tell(each, found, text));
      if (difference !== null) wrong.push(`${placeOf(each)} with ${JSON.stringify(text)}: ${difference}`);
      count += 1;
    }
    const found = tryEntry(org, each.by, withText(each, longText));
    if (found.outcome !== usual.outcome && found.outcome !== 'refused') {
      wrong.push(
        `${placeOf(each)} with a long text: ${found.outcome} instead of ${usual.outcome}: ${found.answer.slice(0, 200)}`,
      );
    }
    if (found.outcome === 'refused' && found.changed.length > 0) {
      wrong.push(`${placeOf(each)} with a long text: refused, and yet changed ${found.changed.join(', ')}`);
    }
    count += 1;
  }
  return { count, wrong };
}

function withText({ entry, input }: Asked, text: string): Asked {
  const inText = JSON.stringify(text).slice(1, -1);
  return { entry, input: JSON.parse(JSON.stringify(input).replaceAll('{text}', () => inText)) as unknown };
}

function placeOf({ entry, input }: Asked): string {
  return `${entry} ${JSON.stringify(input)}`;
}

/** Without what differs from one attempt to the next: ids, moments, and the text as each form writes it. */
function tell({ isList }: Typing, { outcome, answer, changed }: Tried, text: string): string {
  let told = isList === true ? (/"removed":\d+/.exec(answer)?.[0] ?? '') : answer;
  for (const form of [
    JSON.stringify(JSON.stringify(text).slice(1, -1)).slice(1, -1),
    JSON.stringify(text).slice(1, -1),
    text,
  ]) {
    told = told.replaceAll(form, '{text}');
  }
  told = told
    .replaceAll(/\b[a-zA-Z0-9]{3}0{6,}[a-zA-Z0-9]{3,9}\b/g, '{id}')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+(?:Z|\+0000)/g, '{moment}');
  return `${outcome}, changed ${changed.join(', ')}: ${told}`;
}

function differenceOf(usual: string, found: string): string | null {
  return usual === found ? null : `${found.slice(0, 300)} instead of ${usual.slice(0, 300)}`;
}
