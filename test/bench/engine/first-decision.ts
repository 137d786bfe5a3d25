import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { DecisionContext, DecisionInput } from '../../../core/src/decide/model/decision-context.ts';
import { decide } from '../../../core/src/decide/index.ts';
import { atMost } from '../figure.ts';
import type { Reporter } from '../reporter.ts';
import type { FirstLead } from './child/decide-first-lead.ts';
import { median } from './statistics.ts';

const rounds = 25;
const entry = fileURLToPath(new URL('child/decide-first-lead.ts', import.meta.url));

/** From nothing to the first decision in a fresh process, over a process that does nothing. */
export async function benchFirstDecision(
  inputs: readonly DecisionInput[],
  context: DecisionContext,
  reporter: Reporter,
): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'signalbox-bench-'));
  try {
    const sizes = await layOut(folder, inputs, context);
    reporter.heading('Load and first decision in a fresh process');
    reporter.note(
      `bundle ${sizes.bundle} KB, policy ${sizes.policy} KB, roster, calendars of five weeks and lead ${sizes.lead} KB`,
    );
    race(folder, reporter);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type Sizes = { bundle: string; policy: string; lead: string };

async function layOut(folder: string, inputs: readonly DecisionInput[], context: DecisionContext): Promise<Sizes> {
  const file = (name: string): string => path.join(folder, name);
  await build({
    entryPoints: [entry],
    outfile: file('decide.cjs'),
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
  });
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../../../core/src/decide/index.ts', import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    logLevel: 'error',
  });
  const policy = JSON.stringify(context.prepared.policy);
  const first: FirstLead = {
    input: fullLead(inputs, context),
    reps: [...context.reps.values()],
    calendars: [...context.calendars.values()],
    hash: context.policyHash,
  };
  const lead = JSON.stringify(first);
  writeFileSync(file('policy.json'), policy);
  writeFileSync(file('first-lead.json'), lead);
  writeFileSync(file('nothing.cjs'), '');
  const inKilobytes = (size: number): string => (size / 1_000).toFixed(0);
  return {
    bundle: inKilobytes(outputFiles[0]!.contents.length),
    policy: inKilobytes(policy.length),
    lead: inKilobytes(lead.length),
  };
}

/** Of the first leads that take a turn the one with the longest record: it has the most to read and to write. */
function fullLead(inputs: readonly DecisionInput[], context: DecisionContext): DecisionInput {
  let fullest = inputs[0]!;
  let mostWritten = 0;
  for (const input of inputs.slice(0, 2_000)) {
    const { assignment, decisionText, personalText } = decide(input, [], context);
    if (assignment.consumedTurn && decisionText.length + personalText.length > mostWritten) {
      fullest = input;
      mostWritten = decisionText.length + personalText.length;
    }
  }
  return fullest;
}

/** One after the other, so that a slow moment of the machine strikes both. */
function race(folder: string, reporter: Reporter): void {
  const bare: number[] = [];
  const extra: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const nothing = processMillis(path.join(folder, 'nothing.cjs'));
    bare.push(nothing);
    extra.push(processMillis(path.join(folder, 'decide.cjs')) - nothing);
  }
  reporter.figure('load and first decision over bare Node', median(extra), 'ms', atMost(10));
  reporter.note(
    `  ${rounds} pairs of processes, ${Math.min(...extra).toFixed(1)} to ${Math.max(...extra).toFixed(1)} ms`,
  );
  reporter.figure('  bare Node', median(bare), 'ms');
}

function processMillis(script: string): number {
  const startedAt = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [script], { stdio: ['ignore', 'ignore', 'pipe'] });
  const millis = performance.now() - startedAt;
  if (status !== 0) {
    throw new Error(`${path.basename(script)} ended with ${status}: ${stderr.toString()}`);
  }
  return millis;
}
