/** Run by million.ts in a process of its own, so that its memory is that of loading and training alone: train-million.ts FILE */
import { areaUnderCurve } from '../../../../core/src/author/learn/evaluate/measures.ts';
import { cardPoints, fitCard, type CardSettings } from '../../../../core/src/author/learn/fit/fit-card.ts';
import { won } from '../../../../core/src/author/learn/table/lead-table.ts';
import { openHistory } from '../../../../core/src/author/history/open-history.ts';
import { readLeadTable } from '../../../../core/src/author/history/read-lead-table.ts';
import { starterPolicy } from '../starter-policy.ts';

const policy = starterPolicy();
const startedAt = performance.now();
const history = await openHistory();
const { table } = await readLeadTable(history, process.argv[2]!, policy);
await history.close();
const loadedAt = performance.now();
const loadedMegabytes = process.resourceUsage().maxRSS / 1_024;

const leads = {
  rows: Int32Array.from({ length: table.rowCount }, (_, row) => row),
  labels: Uint8Array.from(table.outcomes, (outcome) => (outcome === won ? 1 : 0)),
};
const settings: CardSettings = {
  fields: table.columns.map(({ fieldKey }) => ({ fieldKey, direction: 'any' })),
  signals: [],
  decayTable: policy.decayTable,
  landmarkDays: 0,
  expertCard: null,
};
const cpuBefore = process.cpuUsage();
const trainingAt = performance.now();
const { card, fit } = fitCard(table, leads, settings);
const trainedAt = performance.now();
const cpu = process.cpuUsage(cpuBefore);
const peakMegabytes = process.resourceUsage().maxRSS / 1_024;

const points = cardPoints(table, leads.rows, card, settings);
console.log(
  JSON.stringify({
    rowCount: table.rowCount,
    columnCount: table.columns.length,
    wonShare: leads.labels.reduce((sum, label) => sum + label, 0) / table.rowCount,
    loadSeconds: (loadedAt - startedAt) / 1_000,
    trainSeconds: (trainedAt - trainingAt) / 1_000,
    trainProcessorSeconds: (cpu.user + cpu.system) / 1e6,
    weightCount: fit.places.count,
    steps: fit.steps,
    area: areaUnderCurve(points, leads.labels),
    areaOfTruth: areaUnderCurve(table.nativeScores!, leads.labels),
    loadedMegabytes,
    peakMegabytes,
  }),
);
