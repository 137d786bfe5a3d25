import { destinationKinds } from '../model/choices.ts';
import type { Int } from '../model/number.ts';
import type {
  Destination,
  DestinationKind,
  EscalationAction,
  EscalationStep,
  HoursRule,
  Pool,
  PoolMember,
  RampStep,
  Sla,
  SlaMeasure,
} from '../model/policy.ts';
import type { Problem } from '../model/problem.ts';
import {
  intCell,
  longCell,
  oneOfTexts,
  optionalInt,
  optionalLong,
  optionalText,
  requiredInt,
  requiredText,
  rowsOfKind,
  severalCell,
  severalTexts,
  textCell,
  yesCell,
  yesOrNo,
  type PolicyRow,
  type RowReader,
} from './policy-row.ts';

export function destinationRow(destination: Destination, position: Int): PolicyRow {
  return {
    kind: 'destination',
    position: position,
    cells: [
      textCell('destinationKey', destination.destinationKey),
      textCell('label', destination.label),
      textCell('kind', destination.kind),
      textCell('poolKey', destination.poolKey),
      yesCell('isByTerritory', destination.isByTerritory),
      yesCell('isOwnerFirst', destination.isOwnerFirst),
      textCell('holderKey', destination.holderKey),
      textCell('slaKey', destination.slaKey),
      textCell('campaignKey', destination.campaignKey),
      textCell('replyKey', destination.replyKey),
      textCell('taskLabel', destination.taskLabel),
      yesCell('isAlerted', destination.isAlerted),
    ],
  };
}

export function readDestination(reader: RowReader): Destination {
  return {
    destinationKey: requiredText(reader, 'destinationKey'),
    label: requiredText(reader, 'label'),
    kind: oneOfTexts(reader, 'kind', destinationKinds) as DestinationKind,
    poolKey: optionalText(reader, 'poolKey'),
    isByTerritory: yesOrNo(reader, 'isByTerritory'),
    isOwnerFirst: yesOrNo(reader, 'isOwnerFirst'),
    holderKey: requiredText(reader, 'holderKey'),
    slaKey: requiredText(reader, 'slaKey'),
    campaignKey: optionalText(reader, 'campaignKey'),
    replyKey: optionalText(reader, 'replyKey'),
    taskLabel: optionalText(reader, 'taskLabel'),
    isAlerted: yesOrNo(reader, 'isAlerted'),
  };
}

/** A pool, and a row for each step of its ramp. */
export function poolRows(pool: Pool, position: Int): PolicyRow[] {
  const rows: PolicyRow[] = [
    {
      kind: 'pool',
      position: position,
      cells: [
        textCell('poolKey', pool.poolKey),
        textCell('label', pool.label),
        textCell('calendarKey', pool.calendarKey),
        textCell('hoursRule', pool.hoursRule),
        textCell('overflowPoolKey', pool.overflowPoolKey),
        severalCell('requiredSkills', pool.requiredSkills),
        textCell('skillFieldKey', pool.skillFieldKey),
        yesCell('isLanguageMatched', pool.isLanguageMatched),
        yesCell('isOwnerMatchCounted', pool.isOwnerMatchCounted),
      ],
    },
  ];
  for (let place: Int = 0; place < pool.rampSteps.length; place += 1) {
    const step = pool.rampSteps[place]!;
    rows.push({
      kind: 'ramp',
      position: place,
      cells: [
        textCell('poolKey', pool.poolKey),
        intCell('afterDays', step.afterDays),
        intCell('weightPercent', step.weightPercent),
      ],
    });
  }
  return rows;
}

/** The steps of every ramp, by pool. */
export function readRamps(rows: PolicyRow[], problems: Problem[]): Map<string, RampStep[]> {
  const byPool = new Map<string, RampStep[]>();
  for (const row of rowsOfKind(rows, 'ramp')) {
    const reader: RowReader = { row: row, problems: problems };
    const poolKey = requiredText(reader, 'poolKey');
    let steps: RampStep[] | null = byPool.get(poolKey) ?? null;
    if (steps === null) {
      steps = [];
      byPool.set(poolKey, steps);
    }
    steps.push({
      afterDays: requiredInt(reader, 'afterDays'),
      weightPercent: requiredInt(reader, 'weightPercent'),
    });
  }
  return byPool;
}

export function readPool(reader: RowReader, rampsByPool: Map<string, RampStep[]>): Pool {
  const poolKey = requiredText(reader, 'poolKey');
  return {
    poolKey: poolKey,
    label: requiredText(reader, 'label'),
    calendarKey: requiredText(reader, 'calendarKey'),
    hoursRule: oneOfTexts(reader, 'hoursRule', ['mustBeOpen', 'ignore']) as HoursRule,
    overflowPoolKey: optionalText(reader, 'overflowPoolKey'),
    requiredSkills: severalTexts(reader, 'requiredSkills'),
    skillFieldKey: optionalText(reader, 'skillFieldKey'),
    isLanguageMatched: yesOrNo(reader, 'isLanguageMatched'),
    isOwnerMatchCounted: yesOrNo(reader, 'isOwnerMatchCounted'),
    rampSteps: rampsByPool.get(poolKey) ?? [],
  };
}

export function memberRow(member: PoolMember, position: Int): PolicyRow {
  return {
    kind: 'member',
    position: position,
    cells: [
      textCell('poolKey', member.poolKey),
      textCell('memberKey', member.memberKey),
      intCell('weight', member.weight),
      intCell('dailyCap', member.dailyCap),
      intCell('weeklyCap', member.weeklyCap),
      intCell('openWorkCap', member.openWorkCap),
      longCell('joinedAt', member.joinedAt),
    ],
  };
}

export function readMember(reader: RowReader): PoolMember {
  return {
    poolKey: requiredText(reader, 'poolKey'),
    memberKey: requiredText(reader, 'memberKey'),
    weight: requiredInt(reader, 'weight'),
    dailyCap: optionalInt(reader, 'dailyCap'),
    weeklyCap: optionalInt(reader, 'weeklyCap'),
    openWorkCap: optionalInt(reader, 'openWorkCap'),
    joinedAt: optionalLong(reader, 'joinedAt'),
  };
}

export function slaRow(sla: Sla, position: Int): PolicyRow {
  return {
    kind: 'sla',
    position: position,
    cells: [
      textCell('slaKey', sla.slaKey),
      textCell('label', sla.label),
      textCell('measure', sla.measure),
      intCell('targetMinutes', sla.targetMinutes),
      textCell('calendarKey', sla.calendarKey),
      textCell('ownerKey', sla.ownerKey),
    ],
  };
}

export function readSla(reader: RowReader): Sla {
  return {
    slaKey: requiredText(reader, 'slaKey'),
    label: requiredText(reader, 'label'),
    measure: oneOfTexts(reader, 'measure', ['minutes', 'endOfDay']) as SlaMeasure,
    targetMinutes: requiredInt(reader, 'targetMinutes'),
    calendarKey: optionalText(reader, 'calendarKey'),
    ownerKey: requiredText(reader, 'ownerKey'),
  };
}

export function escalationRow(step: EscalationStep, position: Int): PolicyRow {
  return {
    kind: 'escalation',
    position: position,
    cells: [
      textCell('slaKey', step.slaKey),
      intCell('afterDueMinutes', step.afterDueMinutes),
      textCell('action', step.action),
      textCell('recipientKey', step.recipientKey),
    ],
  };
}

export function readEscalation(reader: RowReader): EscalationStep {
  return {
    slaKey: requiredText(reader, 'slaKey'),
    afterDueMinutes: requiredInt(reader, 'afterDueMinutes'),
    action: oneOfTexts(reader, 'action', ['remind', 'alert', 'reassign']) as EscalationAction,
    recipientKey: requiredText(reader, 'recipientKey'),
  };
}
