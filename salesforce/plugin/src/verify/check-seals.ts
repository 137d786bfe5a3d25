import { hashText } from '../../../../core/src/author/run/hash-text.ts';
import { sealText } from '../../../../core/src/decide/index.ts';
import type { StoredDecision } from '../org/decisions.ts';
import type { Verification } from '../results/verify-result.ts';

/**
 * Follows the chain of seals from row to row, which have to come in the order of their seal numbers. `start` is the seal
 * of the row before the first, and null where that row is gone: then the first seal is taken as it stands.
 */
export class SealChain {
  readonly #result: Verification;
  #before: string | null;
  #number: number | null = null;

  constructor(result: Verification, start: string | null) {
    this.#result = result;
    this.#before = start;
  }

  /** Checks the next row. One finding for one change: after it the chain goes on from the stored seal. */
  add(decision: StoredDecision): void {
    const { sealNumber, seal, name } = decision;
    if (sealNumber === null) {
      this.#result.unsealed += 1;
      return;
    }
    this.#result.sealed += 1;
    this.#result.firstSealNumber ??= sealNumber;
    const expected = this.#number === null ? sealNumber : this.#number + 1;
    if (sealNumber !== expected) {
      const found = `has seal number ${sealNumber} where ${expected} belongs: a row is gone, or stands there twice`;
      this.#result.findings.push({ code: 'VER004', about: name, found });
      this.#before = null;
    }
    const before = this.#before ?? (sealNumber === 1 ? '' : null);
    const wanted =
      before === null
        ? seal
        : hashText(sealText(before, sealNumber, decision.fingerprint, decision.personalFingerprint));
    if (seal === null || seal !== wanted) {
      const found = 'does not fit its seal: it, a row before it or the seal was changed';
      this.#result.findings.push({ code: 'VER006', about: name, found });
    }
    this.#number = sealNumber;
    this.#before = seal ?? wanted;
    this.#result.lastSeal = this.#before;
  }
}
