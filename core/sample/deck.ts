import type { RandomStream } from './random.ts';

/** Deals every card once before any card comes back, so that no wording is overused. */
export class Deck<Card> {
  private readonly cards: readonly Card[];
  private readonly random: RandomStream;
  private pile: Card[] = [];

  constructor(cards: readonly Card[], random: RandomStream) {
    this.cards = cards;
    this.random = random;
  }

  deal(): Card {
    if (this.pile.length === 0) this.pile = this.random.shuffled(this.cards);
    return this.pile.pop()!;
  }
}
