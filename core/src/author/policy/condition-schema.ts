import * as z from 'zod';
import { operators } from '../../decide/model/choices.ts';
import { most } from './bounds.ts';
import { amount, keyName, label, listOf, logicLine, texts } from './value-schema.ts';

export const condition = z
  .strictObject({
    fieldKey: keyName,
    operator: z.enum(operators),
    texts: texts,
    low: amount.nullable(),
    high: amount.nullable(),
  })
  .meta({
    id: 'condition',
    description:
      'One test of one field: texts for words, low and high for numbers. What an operator does not use stays empty.',
  });

/** What rules, tiers and territories have in common: an ordered test. */
export const asked = { conditions: listOf(condition, most.conditions), logic: logicLine };

export const fieldDefinition = z.strictObject({
  fieldKey: keyName,
  label: label,
  fieldType: z.enum(['text', 'number', 'flag']),
  isPersonal: z.boolean(),
});
