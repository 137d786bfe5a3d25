import { readFileSync } from 'node:fs';
import type { ApexSources } from './apex-sources.ts';
import type { Finding } from './finding.ts';

// Up to the next marker, because one line may have several.
const marker = /code-analyzer-(suppress|unsuppress)(?:\(([^()]*)\))?((?:(?!code-analyzer-).)*)/gi;
const oneRule = /^[\w-]+:[A-Za-z]\w*$/;
const otherForms = /\bNOPMD\b|@SuppressWarnings|\bsfge-disable/i;
const fewestWordsOfAReason = 4;

/**
 * What is wrong with the places where Apex asks the analyzer to look away. There is one form, for one rule, with a
 * reason and with an end:
 *
 *     // code-analyzer-suppress(pmd:ApexCRUDViolation): rules are read for users who may not see them
 *     …
 *     // code-analyzer-unsuppress(pmd:ApexCRUDViolation)
 *
 * Example: `// NOPMD` gives `[{ code: 'waivers:OtherForm', … }]`.
 */
export function checkWaivers(sources: ApexSources): Finding[] {
  return sources.files.flatMap((file) => checkFile(file, readFileSync(file, 'utf8').split('\n')));
}

/** How many waivers the sources have. Example: 2 for two `code-analyzer-suppress` comments. */
export function countWaivers(sources: ApexSources): number {
  return sources.files.flatMap((file) => readFileSync(file, 'utf8').match(/code-analyzer-suppress/gi) ?? []).length;
}

function checkFile(file: string, lines: string[]): Finding[] {
  const findings: Finding[] = [];
  const open = new Map<string, number>();
  const report = (line: number, code: string, message: string): void => {
    findings.push({ file, line, column: 0, code: `waivers:${code}`, message });
  };
  for (const [index, text] of lines.entries()) {
    const line = index + 1;
    if (otherForms.test(text)) {
      report(line, 'OtherForm', 'Use code-analyzer-suppress(engine:Rule): reason, the only form that is checked.');
    }
    for (const found of text.matchAll(marker)) {
      const selector = (found[2] ?? '').trim();
      if (found[1]?.toLowerCase() === 'unsuppress') {
        open.delete(selector);
        continue;
      }
      open.set(selector, line);
      if (!oneRule.test(selector)) {
        report(line, 'TooWide', 'A waiver names one rule of one engine: (pmd:ApexCRUDViolation).');
      }
      if (countWords(found[3] ?? '') < fewestWordsOfAReason) {
        report(line, 'NoReason', `A waiver says why, behind a colon, in ${fewestWordsOfAReason} words or more.`);
      }
    }
  }
  for (const [selector, line] of open) {
    const end = `code-analyzer-unsuppress(${selector})`;
    report(line, 'NoEnd', `The waiver holds to the end of the file; close it with ${end}.`);
  }
  return findings;
}

function countWords(text: string): number {
  return text.match(/[A-Za-z]{2,}/g)?.length ?? 0;
}
