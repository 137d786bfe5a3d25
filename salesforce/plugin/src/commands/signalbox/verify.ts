import { Flags } from '@salesforce/sf-plugins-core';
import { loadMessages, orgFlags, SignalboxCommand } from '../../cli/signalbox-command.ts';
import { readSince } from '../../org/since.ts';
import type { Verification, VerifyResult } from '../../results/verify-result.ts';
import { verifyOrg } from '../../verify/verify-org.ts';

const messages = loadMessages('verify');

export default class Verify extends SignalboxCommand<VerifyResult> {
  public static override readonly summary = messages.getMessage('summary');
  public static override readonly description = messages.getMessage('description');
  public static override readonly examples = messages.getMessages('examples');
  public static override readonly flags = {
    ...orgFlags,
    since: Flags.string({ summary: messages.getMessage('flags.since.summary') }),
    seal: Flags.string({ summary: messages.getMessage('flags.seal.summary') }),
  };

  public async run(): Promise<VerifyResult> {
    const { flags } = await this.parse(Verify);
    const since = flags.since === undefined ? null : readSince(flags.since, Date.now());
    const org = await this.openOrg(flags);
    const result = await this.count(messages.getMessage('progress'), (onProgress) =>
      verifyOrg(org, { since, keptSeal: flags.seal ?? null, onProgress }),
    );
    this.#print(result);
    const isSound = result.findings.length === 0;
    if (!isSound) process.exitCode = 1;
    return { isSound, ...result };
  }

  #print({
    findings,
    decisions,
    decidedAgain,
    erased,
    sealed,
    unsealed,
    firstSealNumber,
    lastSeal,
  }: Verification): void {
    if (findings.length > 0) {
      this.table({
        data: findings.map((each) => ({ ...each })),
        columns: ['code', 'about', 'found'],
        overflow: 'wrap',
      });
    }
    if (firstSealNumber !== null && firstSealNumber > 1) {
      this.log(messages.getMessage('startsLate', [String(firstSealNumber)]));
    }
    const counts = [decisions, decidedAgain, erased, sealed, unsealed].map(String);
    this.log(
      findings.length === 0
        ? messages.getMessage('sound', counts)
        : messages.getMessage('unsound', [String(findings.length), ...counts]),
    );
    if (lastSeal !== null) this.log(messages.getMessage('lastSeal', [lastSeal]));
  }
}
