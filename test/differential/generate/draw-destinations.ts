import { destinationKinds, guardKeys, inquiryTypes } from '../../../core/src/decide/model/choices.ts';
import type {
  Bucket,
  Destination,
  DestinationKind,
  Guard,
  InquiryRoute,
  MatrixCell,
  Pool,
  Sla,
} from '../../../core/src/decide/model/policy.ts';
import type { Dice } from '../../property/generators/dice.ts';
import { peopleKeys } from './draw-pools.ts';
import { drawLabel } from './wordings.ts';

/** Destinations of several kinds; the first is never a close-out, so that it can be the audit's. */
export function drawDestinations(dice: Dice, pools: readonly Pool[], slas: readonly Sla[]): Destination[] {
  const kinds = dice.shuffle(destinationKinds).slice(0, dice.between(1, 8));
  if (kinds[0] === 'closeOut') {
    kinds.push(kinds.shift()!);
  }
  const sound: DestinationKind[] = kinds[0] === 'closeOut' ? ['pool', 'closeOut'] : kinds;
  return sound.map((kind, place) => ({
    destinationKey: place === 1 ? sound[0]!.toUpperCase() : kind,
    label: drawLabel(dice, `To ${kind}`),
    kind,
    poolKey: pools.length === 0 ? null : dice.orNull(10, () => dice.pick(pools).poolKey),
    isByTerritory: dice.chance(35),
    isOwnerFirst: dice.chance(35),
    holderKey: dice.pick([...peopleKeys, 'east', sound[0]!]),
    slaKey: dice.pick(slas).slaKey,
    campaignKey: dice.orNull(60, () => 'welcome-series'),
    replyKey: dice.orNull(60, () => 'thanks'),
    taskLabel: dice.orNull(50, () => drawLabel(dice, 'Call back')),
    isAlerted: dice.chance(50),
  }));
}

/** Any guards in any order, most of them active. */
export function drawGuardRows(dice: Dice, destinationKeys: readonly string[]): Guard[] {
  const count = dice.chance(20) ? 12 : dice.roll(6);
  return dice
    .shuffle(guardKeys)
    .slice(0, count)
    .map((guardKey) => ({
      guardKey,
      isActive: dice.chance(80),
      destinationKey:
        guardKey === 'outOfScope' ? dice.orNull(60, () => dice.pick(destinationKeys)) : dice.pick(destinationKeys),
    }));
}

export function drawInquiryRoutes(dice: Dice, destinationKeys: readonly string[]): InquiryRoute[] {
  return dice
    .shuffle(inquiryTypes)
    .slice(0, dice.roll(11))
    .map((inquiryType) => ({ inquiryType, destinationKey: dice.pick(destinationKeys) }));
}

const buckets: readonly Bucket[] = ['warm', 'lukewarm', 'cool', 'cold'];

/** The eight cells in their order, each with any destination and any word. */
export function drawCells(dice: Dice, destinationKeys: readonly string[]): MatrixCell[] {
  const bands = ['high', 'low'] as const;
  return bands.flatMap((fit) =>
    bands.flatMap((engagement) =>
      bands.map((confidence) => ({
        fit,
        engagement,
        confidence,
        destinationKey: dice.pick(destinationKeys),
        bucket: dice.pick(buckets),
      })),
    ),
  );
}
