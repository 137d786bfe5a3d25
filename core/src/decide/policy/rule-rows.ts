import { guardKeys, inquiryTypes, operators } from '../model/choices.ts';
import type { Condition, Operator } from '../model/condition.ts';
import type { Int } from '../model/number.ts';
import type {
  Band,
  Bucket,
  Experiment,
  Guard,
  GuardKey,
  InquiryRoute,
  InquiryType,
  MatrixCell,
  Rule,
  Territory,
  TierRule,
} from '../model/policy.ts';
import type { Problem } from '../model/problem.ts';
import {
  anyText,
  intCell,
  longCell,
  oneOfTexts,
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

const bands: string[] = ['high', 'low'];

/** What a condition belongs to. */
export type ConditionOwner = 'rule' | 'tier' | 'territory';

function conditionRows(owner: ConditionOwner, ownerKey: string, conditions: Condition[]): PolicyRow[] {
  const rows: PolicyRow[] = [];
  for (let place: Int = 0; place < conditions.length; place += 1) {
    const condition = conditions[place]!;
    rows.push({
      kind: 'condition',
      position: place,
      cells: [
        textCell('ownerKind', owner),
        textCell('ownerKey', ownerKey),
        textCell('fieldKey', condition.fieldKey),
        textCell('operator', condition.operator),
        severalCell('texts', condition.texts),
        longCell('low', condition.low),
        longCell('high', condition.high),
      ],
    });
  }
  return rows;
}

/** Every condition, by its owner's kind and key. */
export function readConditions(rows: PolicyRow[], problems: Problem[]): Map<string, Condition[]> {
  const byOwner = new Map<string, Condition[]>();
  for (const row of rowsOfKind(rows, 'condition')) {
    const reader: RowReader = { row: row, problems: problems };
    const ownerKind = oneOfTexts(reader, 'ownerKind', ['rule', 'tier', 'territory']);
    const owner = `${ownerKind} ${requiredText(reader, 'ownerKey')}`;
    let conditions: Condition[] | null = byOwner.get(owner) ?? null;
    if (conditions === null) {
      conditions = [];
      byOwner.set(owner, conditions);
    }
    conditions.push({
      fieldKey: requiredText(reader, 'fieldKey'),
      operator: oneOfTexts(reader, 'operator', operators) as Operator,
      texts: severalTexts(reader, 'texts'),
      low: optionalLong(reader, 'low'),
      high: optionalLong(reader, 'high'),
    });
  }
  return byOwner;
}

/** A rule with its sentence, so that a list view reads as the policy does. The sentence is written, never read. */
export function ruleRows(rule: Rule, sentence: string, position: Int): PolicyRow[] {
  const rows: PolicyRow[] = [
    {
      kind: 'rule',
      position: position,
      cells: [
        textCell('ruleKey', rule.ruleKey),
        textCell('label', rule.label),
        textCell('sentence', sentence),
        yesCell('isActive', rule.isActive),
        textCell('logic', rule.logic),
        textCell('destinationKey', rule.destinationKey),
        textCell('slaKey', rule.slaKey),
      ],
    },
  ];
  for (const row of conditionRows('rule', rule.ruleKey, rule.conditions)) {
    rows.push(row);
  }
  return rows;
}

export function readRule(reader: RowReader, conditionsByOwner: Map<string, Condition[]>): Rule {
  const ruleKey = requiredText(reader, 'ruleKey');
  return {
    ruleKey: ruleKey,
    label: requiredText(reader, 'label'),
    isActive: yesOrNo(reader, 'isActive'),
    conditions: conditionsByOwner.get(`rule ${ruleKey}`) ?? [],
    logic: anyText(reader, 'logic'),
    destinationKey: requiredText(reader, 'destinationKey'),
    slaKey: optionalText(reader, 'slaKey'),
  };
}

export function tierRows(tier: TierRule, position: Int): PolicyRow[] {
  const rows: PolicyRow[] = [
    {
      kind: 'tier',
      position: position,
      cells: [textCell('tierKey', tier.tierKey), textCell('label', tier.label), textCell('logic', tier.logic)],
    },
  ];
  for (const row of conditionRows('tier', tier.tierKey, tier.conditions)) {
    rows.push(row);
  }
  return rows;
}

export function readTier(reader: RowReader, conditionsByOwner: Map<string, Condition[]>): TierRule {
  const tierKey = requiredText(reader, 'tierKey');
  return {
    tierKey: tierKey,
    label: requiredText(reader, 'label'),
    conditions: conditionsByOwner.get(`tier ${tierKey}`) ?? [],
    logic: anyText(reader, 'logic'),
  };
}

export function territoryRows(territory: Territory, position: Int): PolicyRow[] {
  const rows: PolicyRow[] = [
    {
      kind: 'territory',
      position: position,
      cells: [
        textCell('territoryKey', territory.territoryKey),
        textCell('label', territory.label),
        textCell('logic', territory.logic),
        textCell('poolKey', territory.poolKey),
        textCell('ownerKey', territory.ownerKey),
      ],
    },
  ];
  for (const row of conditionRows('territory', territory.territoryKey, territory.conditions)) {
    rows.push(row);
  }
  return rows;
}

export function readTerritory(reader: RowReader, conditionsByOwner: Map<string, Condition[]>): Territory {
  const territoryKey = requiredText(reader, 'territoryKey');
  return {
    territoryKey: territoryKey,
    label: requiredText(reader, 'label'),
    conditions: conditionsByOwner.get(`territory ${territoryKey}`) ?? [],
    logic: anyText(reader, 'logic'),
    poolKey: optionalText(reader, 'poolKey'),
    ownerKey: optionalText(reader, 'ownerKey'),
  };
}

export function guardRow(guard: Guard, position: Int): PolicyRow {
  return {
    kind: 'guard',
    position: position,
    cells: [
      textCell('guardKey', guard.guardKey),
      yesCell('isActive', guard.isActive),
      textCell('destinationKey', guard.destinationKey),
    ],
  };
}

export function readGuard(reader: RowReader): Guard {
  return {
    guardKey: oneOfTexts(reader, 'guardKey', guardKeys) as GuardKey,
    isActive: yesOrNo(reader, 'isActive'),
    destinationKey: optionalText(reader, 'destinationKey'),
  };
}

export function inquiryRouteRow(route: InquiryRoute, position: Int): PolicyRow {
  return {
    kind: 'inquiryRoute',
    position: position,
    cells: [textCell('inquiryType', route.inquiryType), textCell('destinationKey', route.destinationKey)],
  };
}

export function readInquiryRoute(reader: RowReader): InquiryRoute {
  return {
    inquiryType: oneOfTexts(reader, 'inquiryType', inquiryTypes) as InquiryType,
    destinationKey: requiredText(reader, 'destinationKey'),
  };
}

export function cellRow(cell: MatrixCell, position: Int): PolicyRow {
  return {
    kind: 'cell',
    position: position,
    cells: [
      textCell('fit', cell.fit),
      textCell('engagement', cell.engagement),
      textCell('confidence', cell.confidence),
      textCell('destinationKey', cell.destinationKey),
      textCell('bucket', cell.bucket),
    ],
  };
}

export function readCell(reader: RowReader): MatrixCell {
  return {
    fit: oneOfTexts(reader, 'fit', bands) as Band,
    engagement: oneOfTexts(reader, 'engagement', bands) as Band,
    confidence: oneOfTexts(reader, 'confidence', bands) as Band,
    destinationKey: requiredText(reader, 'destinationKey'),
    bucket: oneOfTexts(reader, 'bucket', ['warm', 'lukewarm', 'cool', 'cold']) as Bucket,
  };
}

export function experimentRow(experiment: Experiment, position: Int): PolicyRow {
  return {
    kind: 'experiment',
    position: position,
    cells: [
      textCell('experimentKey', experiment.experimentKey),
      textCell('label', experiment.label),
      yesCell('isActive', experiment.isActive),
      intCell('controlPercent', experiment.controlPercent),
    ],
  };
}

export function readExperiment(reader: RowReader): Experiment {
  return {
    experimentKey: requiredText(reader, 'experimentKey'),
    label: requiredText(reader, 'label'),
    isActive: yesOrNo(reader, 'isActive'),
    controlPercent: requiredInt(reader, 'controlPercent'),
  };
}
