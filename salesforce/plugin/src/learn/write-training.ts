import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { hasProposal, proposePolicy } from '../../../../core/src/author/learn/publish/propose-policy.ts';
import { layOutTrainingPage } from '../../../../core/src/author/learn/report/lay-out-training-page.ts';
import type { Training } from '../../../../core/src/author/learn/training.ts';
import { contentPolicy } from '../../../../core/src/author/report/content-policy.ts';
import type { Policy } from '../../../../core/src/decide/model/policy.ts';
import { fingerprintOf, readPolicyText, writeReadablePolicy } from '../policy/readable-policy.ts';
import { Problem } from '../problem.ts';

/** Put in when the plugin is bundled (build-plugin.ts): a bundle has no style sheets beside it. */
declare const trainingStyle: string;

export type WrittenTraining = {
  readonly report: string;
  readonly card: string;
  readonly draft: string | null;
  readonly fingerprint: string | null;
};

/**
 * Writes a training: the report for people, everything as JSON, and the policy with the learned cards in it, unless nothing was
 * learned. Nothing is published by this.
 */
export function writeTraining(folder: string, policy: Policy, training: Training): WrittenTraining {
  const [report, card, file] = ['training.html', 'training.json', 'policy.json'].map((name) => path.join(folder, name));
  const page = layOutTrainingPage(training, { style: trainingStyle, policy: contentPolicy(trainingStyle, null) });
  write(report!, page.markup);
  write(card!, `${JSON.stringify(training)}\n`);
  if (!hasProposal(training)) {
    return { report: report!, card: card!, draft: null, fingerprint: null };
  }
  const text = writeReadablePolicy(proposePolicy(policy, training));
  write(file!, text);
  // Whoever pushes it reads it so: what can't be read must show here and not there.
  return {
    report: report!,
    card: card!,
    draft: file!,
    fingerprint: fingerprintOf(readPolicyText(text, 'policy.json')),
  };
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (cause) {
    throw new Problem('SFP013', [file, (cause as Error).message]);
  }
}
