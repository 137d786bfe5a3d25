import { existsSync, readFileSync } from 'node:fs';
import type { Finding } from './finding.ts';
import { listWaivedLines } from './waived-lines.ts';

const outOfTime = 'sfge:OutOfTime';

/**
 * What the graph engine could not finish, at the method where it started instead of nowhere. Where it ran out of time it can be
 * waived there: some methods have more paths behind them than it follows in any time. Where it stumbled over code it cannot, because
 * that code can be written in another way.
 *
 * Example: `placeUnfinished([{ …, message: '… entry point: /a/SbxB.cls:12:22: Path evaluation timed out …' }])` is at line 12 of
 * `/a/SbxB.cls` and has the code `sfge:OutOfTime`.
 */
export function placeUnfinished(findings: readonly Finding[]): Finding[] {
  return findings.map(placeOne).filter((finding) => !isWaived(finding));
}

function placeOne(finding: Finding): Finding {
  const entry = /scanning entry point: (.+?):(\d+):(\d+): (.*)/s.exec(finding.message);
  if (finding.code !== 'sfge:Unfinished' || entry === null) return finding;
  const [, file = finding.file, line, column, message = ''] = entry;
  const code = message.startsWith('Path evaluation timed out') ? outOfTime : finding.code;
  return { file, line: Number(line), column: Number(column), code, message };
}

function isWaived({ code, file, line }: Finding): boolean {
  if (code !== outOfTime || !existsSync(file)) return false;
  return listWaivedLines(readFileSync(file, 'utf8'), outOfTime).some(([from, to]) => line >= from && line <= to);
}
