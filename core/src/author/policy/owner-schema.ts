import * as z from 'zod';
import { destinationKinds } from '../../decide/model/choices.ts';
import { most } from './bounds.ts';
import { days, instant, keyName, label, listedText, listOf, percent, question, whole } from './value-schema.ts';

export const destination = z
  .strictObject({
    destinationKey: keyName,
    label: label,
    kind: z.enum(destinationKinds),
    poolKey: keyName.nullable(),
    isByTerritory: z.boolean(),
    isOwnerFirst: z.boolean(),
    holderKey: keyName,
    slaKey: keyName,
    campaignKey: keyName.nullable(),
    replyKey: keyName.nullable(),
    taskLabel: label.nullable(),
    isAlerted: z.boolean(),
  })
  .meta({ description: 'Where a lead can end, with the clock that then runs and what is done about it.' });

const rampStep = z.strictObject({ afterDays: days, weightPercent: percent });

export const pool = z.strictObject({
  poolKey: keyName,
  label: label,
  calendarKey: keyName,
  hoursRule: z.enum(['mustBeOpen', 'ignore']),
  overflowPoolKey: keyName.nullable(),
  requiredSkills: listOf(listedText, most.skills),
  skillFieldKey: keyName.nullable(),
  isLanguageMatched: z.boolean(),
  isOwnerMatchCounted: z.boolean(),
  rampSteps: listOf(rampStep, most.rampSteps),
});

const cap = whole(0, most.cap).nullable();

export const member = z.strictObject({
  poolKey: keyName,
  memberKey: keyName,
  weight: whole(1, most.weight),
  dailyCap: cap,
  weeklyCap: cap,
  openWorkCap: cap,
  joinedAt: instant.nullable(),
});

export const sla = z.strictObject({
  slaKey: keyName,
  label: label,
  measure: z.enum(['minutes', 'endOfDay']),
  targetMinutes: whole(1, most.minutes),
  calendarKey: keyName.nullable(),
  ownerKey: keyName,
});

export const escalationStep = z
  .strictObject({
    slaKey: keyName,
    afterDueMinutes: whole(-most.minutes, most.minutes),
    action: z.enum(['remind', 'alert', 'reassign']),
    recipientKey: keyName,
  })
  .meta({ description: 'So many minutes after due (negative is before), who is told and what is done.' });

export const questionToAsk = z.strictObject({ fieldKey: keyName, question: question });

export const experiment = z.strictObject({
  experimentKey: keyName,
  label: label,
  isActive: z.boolean(),
  controlPercent: percent,
});

export const retention = z.strictObject({ recordDays: whole(1, most.days), personalDays: days });
