import type { FaultyEdition } from './faulty-edition.ts';

/** Numbers from a seed: random(10) is one of 0 to 9. */
export type Random = (below: number) => number;

/** Something that goes wrong while leads come in. */
export type Scenario = {
  readonly name: string;
  /** What it is called on the command line. */
  readonly key: string;
  readonly database: 'postgres' | 'embedded';
  /** How many servers run. */
  readonly servers: number;
  /** Where HubSpot itself refuses calls, ours cannot be counted against its limits. */
  readonly areLimitsChecked: boolean;
  /** How long it may take until all is done once nothing goes wrong any more. */
  readonly mostSettleMillis: number;
  /** What goes wrong all the time. */
  begin?(faulty: FaultyEdition): void;
  /**
   * What goes wrong once while a wave comes into each portal; it also mends what it broke.
   *
   * @returns how many leads were on their way at that instant
   */
  disturb?(faulty: FaultyEdition, random: Random): Promise<number>;
  /** From now on all goes well. */
  end?(faulty: FaultyEdition): void;
};
