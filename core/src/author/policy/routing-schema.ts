import * as z from 'zod';
import { guardKeys, inquiryTypes, phraseHints } from '../../decide/model/choices.ts';
import { most } from './bounds.ts';
import { asked } from './condition-schema.ts';
import { keyName, label, listedText, listOf, whole } from './value-schema.ts';

export const phraseList = z
  .strictObject({
    listKey: keyName,
    hintsAt: z.enum(phraseHints),
    points: whole(1, most.phrasePoints),
    phrases: listOf(listedText, most.phrasesOfList),
  })
  .meta({ description: 'Words in the message, or #channel or #seniority, that hint at the same as strongly.' });

export const rule = z
  .strictObject({
    ruleKey: keyName,
    label: label,
    isActive: z.boolean(),
    ...asked,
    destinationKey: keyName,
    slaKey: keyName.nullable(),
  })
  .meta({ description: 'The first active rule that holds decides.' });

export const tier = z.strictObject({ tierKey: keyName, label: label, ...asked });

export const territory = z.strictObject({
  territoryKey: keyName,
  label: label,
  ...asked,
  poolKey: keyName.nullable(),
  ownerKey: keyName.nullable(),
});

export const guard = z
  .strictObject({
    guardKey: z.enum(guardKeys),
    isActive: z.boolean(),
    destinationKey: keyName.nullable(),
  })
  .meta({ description: 'Guards stand before the rules, in this order.' });

/** One of each kind: a second one could never stop anything. */
export const mostGuards = guardKeys.length;

export const inquiryRoute = z.strictObject({ inquiryType: z.enum(inquiryTypes), destinationKey: keyName });
export const mostInquiryRoutes = inquiryTypes.length;

const band = z.enum(['high', 'low']);

const cell = z.strictObject({
  fit: band,
  engagement: band,
  confidence: band,
  destinationKey: keyName,
  bucket: z.enum(['warm', 'lukewarm', 'cool', 'cold']),
});

export const cells = z
  .array(cell)
  .length(8)
  .meta({ description: 'The matrix: fit × engagement × confidence, high before low.' });
