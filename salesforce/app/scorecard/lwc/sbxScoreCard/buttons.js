import { fill, labels } from './labels';

/** What a person can do with the lead itself, in the order of the card. */
export function buttonsOf(card) {
  const looks = [
    { name: 'claim', label: labels.claim, variant: 'brand' },
    { name: 'undoClaim', label: labels.undoClaim, variant: 'neutral' },
    { name: 'handBack', label: labels.handBack, variant: 'neutral' },
  ];
  return looks.filter(({ name }) => card.actions.includes(name));
}

/** What a person can say about the decision. What they said before is marked, and pressing it takes it back. */
export function judgementsOf(card) {
  const looks = [
    { name: 'agreed', label: labels.agree, icon: 'utility:like' },
    { name: 'disagreed', label: labels.disagree, icon: 'utility:dislike' },
    { name: 'wrongScore', label: labels.wrongScore, icon: 'utility:metrics' },
    { name: 'wrongOwner', label: labels.wrongOwner, icon: 'utility:user' },
  ];
  return looks
    .filter(({ name }) => card.actions.includes(name))
    .map((look) => {
      const isSaid = card.said.includes(look.name);
      return {
        ...look,
        label: isSaid ? fill(labels.saidMark, look.label) : look.label,
        variant: isSaid ? 'brand-outline' : 'neutral',
      };
    });
}
