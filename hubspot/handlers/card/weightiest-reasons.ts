import type { Story, StoryLine } from '../../../core/src/decide/record/story.ts';

/** The axes of a decision, in the order in which they are told. Their names are the codes of their sections. */
export const axisNames = ['fit', 'engagement', 'intent', 'capacity'] as const;

export type AxisName = (typeof axisNames)[number];

/**
 * The values that moved a score most, the weightiest first, as the story has them. What every lead starts with is no reason.
 */
export function weightiestReasons(story: Story, axis: AxisName, most: number): StoryLine[] {
  const section = story.sections.find(({ code }) => code === axis);
  return (section?.lines ?? []).filter((line) => line.points !== 0 && line.code !== 'base').slice(0, most);
}
