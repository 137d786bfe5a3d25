import { printLong, type Long } from '../model/number.ts';

/**
 * The text whose hash seals one row of the log to the row before it. A single job seals, later than any decision, so that
 * no lead ever waits for a chain. An erased personal part leaves its salted hash behind, and the chain still holds.
 *
 * @param previousSeal hash of the row before, empty for the first
 * @returns what the edge hashes with SHA-256 in UTF-8; the hash in lower-case hexadecimal is the row's seal
 */
export function sealText(previousSeal: string, rowNumber: Long, decisionHash: string, personalHash: string): string {
  return `signalbox-seal-1\n${previousSeal}\n${printLong(rowNumber)}\n${decisionHash}\n${personalHash}\n`;
}
