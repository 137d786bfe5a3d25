import { readLong, toInt, type Int, type Long } from '../model/number.ts';
import type { Mode, Policy, Retention, Thresholds } from '../model/policy.ts';
import type { Problem } from '../model/problem.ts';
import {
  addRowProblem,
  intCell,
  longCell,
  optionalText,
  requiredText,
  rowsOfKind,
  textCell,
  type PolicyRow,
  type RowCell,
  type RowReader,
} from './policy-row.ts';

/** Every single value of a policy, one row each: settingKey and settingText. */
export function settingRows(policy: Policy): PolicyRow[] {
  const thresholds = policy.thresholds;
  const cells: RowCell[] = [
    intCell('format', policy.format),
    textCell('name', policy.name),
    textCell('mode', policy.mode),
    textCell('currencyCode', policy.currencyCode),
    longCell('launchedAt', policy.launchedAt),
    intCell('auditDays', policy.auditDays),
    textCell('auditDestinationKey', policy.auditDestinationKey),
    textCell('fallbackDestinationKey', policy.fallbackDestinationKey),
    textCell('reviewOverflowDestinationKey', policy.reviewOverflowDestinationKey),
    intCell('fitHigh', thresholds.fitHigh),
    intCell('engagementHigh', thresholds.engagementHigh),
    intCell('intentHigh', thresholds.intentHigh),
    intCell('capacityHigh', thresholds.capacityHigh),
    intCell('lowConfidence', thresholds.lowConfidence),
    longCell('highValue', thresholds.highValue),
    intCell('minimumCoverage', thresholds.minimumCoverage),
    intCell('inquiryPoints', thresholds.inquiryPoints),
    intCell('inquiryMargin', thresholds.inquiryMargin),
    intCell('reactivatedAfterDays', thresholds.reactivatedAfterDays),
    intCell('reviewSharePercent', thresholds.reviewSharePercent),
    intCell('recordDays', policy.retention.recordDays),
    intCell('personalDays', policy.retention.personalDays),
  ];
  const rows: PolicyRow[] = [];
  for (let place: Int = 0; place < cells.length; place += 1) {
    const cell = cells[place]!;
    rows.push({
      kind: 'setting',
      position: place,
      cells: [textCell('settingKey', cell.column), textCell('settingText', cell.text)],
    });
  }
  return rows;
}

/** The settings by key. What is missing reads as empty and is listed as a problem. */
export type Settings = { byKey: Map<string, string>; problems: Problem[] };

export function readSettings(rows: PolicyRow[], problems: Problem[]): Settings {
  const settings: Settings = { byKey: new Map<string, string>(), problems: problems };
  for (const row of rowsOfKind(rows, 'setting')) {
    const reader: RowReader = { row: row, problems: problems };
    const settingKey = requiredText(reader, 'settingKey');
    if (settings.byKey.has(settingKey)) {
      addRowProblem(reader, 'POL113', 'settingKey', `"${settingKey}" a second time`);
    }
    settings.byKey.set(settingKey, optionalText(reader, 'settingText') ?? '');
  }
  return settings;
}

export function settingText(settings: Settings, settingKey: string): string {
  const text = settings.byKey.get(settingKey) ?? '';
  if (text === '') {
    settings.problems.push({ code: 'POL110', about: `setting ${settingKey}`, found: 'nothing' });
  }
  return text;
}

/** A whole number that may be empty. */
export function settingLong(settings: Settings, settingKey: string): Long | null {
  const text = settings.byKey.get(settingKey) ?? '';
  if (text === '') {
    return null;
  }
  const whole = readLong(text);
  if (whole === null) {
    settings.problems.push({ code: 'POL112', about: `setting ${settingKey}`, found: `"${text}", not a whole number` });
  }
  return whole;
}

const largestInt: Long = 2147483647;

export function settingInt(settings: Settings, settingKey: string): Int {
  const text = settingText(settings, settingKey);
  const whole = text === '' ? null : settingLong(settings, settingKey);
  if (whole === null) {
    return 0;
  }
  if (whole > largestInt || whole < -largestInt) {
    settings.problems.push({ code: 'POL112', about: `setting ${settingKey}`, found: `"${text}", too large a number` });
    return 0;
  }
  return toInt(whole);
}

export function settingMode(settings: Settings): Mode {
  const text = settingText(settings, 'mode');
  switch (text) {
    case 'live':
      return 'live';
    case 'suggest':
      return 'suggest';
    case 'observe':
      return 'observe';
    default:
      settings.problems.push({
        code: 'POL111',
        about: 'setting mode',
        found: `"${text}", not one of observe, suggest, live`,
      });
      return 'observe';
  }
}

export function readThresholds(settings: Settings): Thresholds {
  return {
    fitHigh: settingInt(settings, 'fitHigh'),
    engagementHigh: settingInt(settings, 'engagementHigh'),
    intentHigh: settingInt(settings, 'intentHigh'),
    capacityHigh: settingInt(settings, 'capacityHigh'),
    lowConfidence: settingInt(settings, 'lowConfidence'),
    highValue: settingLong(settings, 'highValue') ?? 0,
    minimumCoverage: settingInt(settings, 'minimumCoverage'),
    inquiryPoints: settingInt(settings, 'inquiryPoints'),
    inquiryMargin: settingInt(settings, 'inquiryMargin'),
    reactivatedAfterDays: settingInt(settings, 'reactivatedAfterDays'),
    reviewSharePercent: settingInt(settings, 'reviewSharePercent'),
  };
}

export function readRetention(settings: Settings): Retention {
  return { recordDays: settingInt(settings, 'recordDays'), personalDays: settingInt(settings, 'personalDays') };
}
