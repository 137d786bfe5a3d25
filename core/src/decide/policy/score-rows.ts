import { axes, phraseHints } from '../model/choices.ts';
import type { FieldDefinition, FieldType } from '../model/condition.ts';
import { printInt, type Int } from '../model/number.ts';
import type { PhraseHint, PhraseList, Question } from '../model/policy.ts';
import type { Axis, Bin, EngagementSignal, ScoreAttribute, Scorecard, ScorecardBasis } from '../model/scorecard.ts';
import {
  intCell,
  longCell,
  oneOfTexts,
  optionalLong,
  requiredInt,
  requiredText,
  rowsOfKind,
  severalCell,
  severalInts,
  severalTexts,
  textCell,
  yesCell,
  yesOrNo,
  type PolicyRow,
  type RowReader,
} from './policy-row.ts';
import type { Problem } from '../model/problem.ts';

export function fieldRow(field: FieldDefinition, position: Int): PolicyRow {
  return {
    kind: 'field',
    position: position,
    cells: [
      textCell('fieldKey', field.fieldKey),
      textCell('label', field.label),
      textCell('fieldType', field.fieldType),
      yesCell('isPersonal', field.isPersonal),
    ],
  };
}

export function readField(reader: RowReader): FieldDefinition {
  return {
    fieldKey: requiredText(reader, 'fieldKey'),
    label: requiredText(reader, 'label'),
    fieldType: oneOfTexts(reader, 'fieldType', ['text', 'number', 'flag']) as FieldType,
    isPersonal: yesOrNo(reader, 'isPersonal'),
  };
}

/** A card, its attributes, their bins and its two tables, each in a row of its own. */
export function scorecardRows(card: Scorecard, position: Int): PolicyRow[] {
  const rows: PolicyRow[] = [
    {
      kind: 'scorecard',
      position: position,
      cells: [
        textCell('axis', card.axis),
        textCell('basis', card.basis),
        intCell('basePoints', card.basePoints),
        intCell('tableStart', card.tableStart),
        yesCell('isCalibrated', card.isCalibrated),
        intCell('trainedOn', card.trainedOn),
      ],
    },
    tableRow(`${card.axis} score`, card.scoreTable, position * 2 + 1),
    tableRow(`${card.axis} agreement`, card.agreementTable, position * 2 + 2),
  ];
  for (let place: Int = 0; place < card.attributes.length; place += 1) {
    const attribute = card.attributes[place]!;
    rows.push(attributeRow(card.axis, attribute, place));
    for (let binPlace: Int = 0; binPlace < attribute.bins.length; binPlace += 1) {
      rows.push(binRow(card.axis, attribute, attribute.bins[binPlace]!, binPlace));
    }
  }
  return rows;
}

function attributeRow(axis: Axis, attribute: ScoreAttribute, position: Int): PolicyRow {
  return {
    kind: 'attribute',
    position: position,
    cells: [
      textCell('axis', axis),
      textCell('attributeKey', attribute.attributeKey),
      textCell('label', attribute.label),
      textCell('fieldKey', attribute.fieldKey),
      intCell('otherPoints', attribute.otherPoints),
      intCell('missingPoints', attribute.missingPoints),
    ],
  };
}

function binRow(axis: Axis, attribute: ScoreAttribute, bin: Bin, position: Int): PolicyRow {
  return {
    kind: 'bin',
    position: position,
    cells: [
      textCell('axis', axis),
      textCell('attributeKey', attribute.attributeKey),
      longCell('low', bin.low),
      longCell('high', bin.high),
      severalCell('texts', bin.texts),
      intCell('points', bin.points),
      intCell('evidence', bin.evidence),
      intCell('varianceHundredths', bin.varianceHundredths),
    ],
  };
}

/** A table of whole numbers. An empty one has a row too, so that nothing is left to guess. */
export function tableRow(tableKey: string, amounts: Int[], position: Int): PolicyRow {
  const texts: string[] = [];
  for (const amount of amounts) {
    texts.push(printInt(amount));
  }
  return {
    kind: 'table',
    position: position,
    cells: [textCell('tableKey', tableKey), severalCell('amounts', texts)],
  };
}

/** The numbers of a table; none when there is no such row. */
export function readTable(rows: PolicyRow[], tableKey: string, problems: Problem[]): Int[] {
  for (const row of rowsOfKind(rows, 'table')) {
    const reader: RowReader = { row: row, problems: problems };
    if (requiredText(reader, 'tableKey') === tableKey) {
      return severalInts(reader, 'amounts');
    }
  }
  return [];
}

/** Reads every card with what belongs to it. */
export function readScorecards(rows: PolicyRow[], problems: Problem[]): Scorecard[] {
  const cards: Scorecard[] = [];
  const attributesByAxis = readAttributes(rows, problems);
  for (const row of rowsOfKind(rows, 'scorecard')) {
    const reader: RowReader = { row: row, problems: problems };
    const axis = oneOfTexts(reader, 'axis', axes);
    cards.push({
      axis: axis as Axis,
      basis: oneOfTexts(reader, 'basis', ['expert', 'trained']) as ScorecardBasis,
      basePoints: requiredInt(reader, 'basePoints'),
      attributes: attributesByAxis.get(axis) ?? [],
      tableStart: requiredInt(reader, 'tableStart'),
      scoreTable: readTable(rows, `${axis} score`, problems),
      agreementTable: readTable(rows, `${axis} agreement`, problems),
      isCalibrated: yesOrNo(reader, 'isCalibrated'),
      trainedOn: requiredInt(reader, 'trainedOn'),
    });
  }
  return cards;
}

function readAttributes(rows: PolicyRow[], problems: Problem[]): Map<string, ScoreAttribute[]> {
  const binsByAttribute = readBins(rows, problems);
  const attributesByAxis = new Map<string, ScoreAttribute[]>();
  for (const row of rowsOfKind(rows, 'attribute')) {
    const reader: RowReader = { row: row, problems: problems };
    const axis = oneOfTexts(reader, 'axis', axes);
    const attributeKey = requiredText(reader, 'attributeKey');
    let attributes: ScoreAttribute[] | null = attributesByAxis.get(axis) ?? null;
    if (attributes === null) {
      attributes = [];
      attributesByAxis.set(axis, attributes);
    }
    attributes.push({
      attributeKey: attributeKey,
      label: requiredText(reader, 'label'),
      fieldKey: requiredText(reader, 'fieldKey'),
      bins: binsByAttribute.get(`${axis} ${attributeKey}`) ?? [],
      otherPoints: requiredInt(reader, 'otherPoints'),
      missingPoints: requiredInt(reader, 'missingPoints'),
    });
  }
  return attributesByAxis;
}

function readBins(rows: PolicyRow[], problems: Problem[]): Map<string, Bin[]> {
  const binsByAttribute = new Map<string, Bin[]>();
  for (const row of rowsOfKind(rows, 'bin')) {
    const reader: RowReader = { row: row, problems: problems };
    const parent = `${requiredText(reader, 'axis')} ${requiredText(reader, 'attributeKey')}`;
    let bins: Bin[] | null = binsByAttribute.get(parent) ?? null;
    if (bins === null) {
      bins = [];
      binsByAttribute.set(parent, bins);
    }
    bins.push({
      low: optionalLong(reader, 'low'),
      high: optionalLong(reader, 'high'),
      texts: severalTexts(reader, 'texts'),
      points: requiredInt(reader, 'points'),
      evidence: requiredInt(reader, 'evidence'),
      varianceHundredths: requiredInt(reader, 'varianceHundredths'),
    });
  }
  return binsByAttribute;
}

export function signalRow(signal: EngagementSignal, position: Int): PolicyRow {
  return {
    kind: 'signal',
    position: position,
    cells: [
      textCell('signalKey', signal.signalKey),
      textCell('label', signal.label),
      intCell('points', signal.points),
      intCell('halfLifeDays', signal.halfLifeDays),
      intCell('capPoints', signal.capPoints),
      yesCell('isProductUsage', signal.isProductUsage),
    ],
  };
}

export function readSignal(reader: RowReader): EngagementSignal {
  return {
    signalKey: requiredText(reader, 'signalKey'),
    label: requiredText(reader, 'label'),
    points: requiredInt(reader, 'points'),
    halfLifeDays: requiredInt(reader, 'halfLifeDays'),
    capPoints: requiredInt(reader, 'capPoints'),
    isProductUsage: yesOrNo(reader, 'isProductUsage'),
  };
}

export function phraseListRow(phraseList: PhraseList, position: Int): PolicyRow {
  return {
    kind: 'phraseList',
    position: position,
    cells: [
      textCell('listKey', phraseList.listKey),
      textCell('hintsAt', phraseList.hintsAt),
      intCell('points', phraseList.points),
      severalCell('phrases', phraseList.phrases),
    ],
  };
}

export function readPhraseList(reader: RowReader): PhraseList {
  return {
    listKey: requiredText(reader, 'listKey'),
    hintsAt: oneOfTexts(reader, 'hintsAt', phraseHints) as PhraseHint,
    points: requiredInt(reader, 'points'),
    phrases: severalTexts(reader, 'phrases'),
  };
}

export function questionRow(question: Question, position: Int): PolicyRow {
  return {
    kind: 'question',
    position: position,
    cells: [textCell('fieldKey', question.fieldKey), textCell('question', question.question)],
  };
}

export function readQuestion(reader: RowReader): Question {
  return { fieldKey: requiredText(reader, 'fieldKey'), question: requiredText(reader, 'question') };
}
