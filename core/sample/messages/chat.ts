import type { LeadFacts } from '../lead.ts';
import type { RandomStream } from '../random.ts';

const questions = {
  tool: ['What do you use for planning today?', 'How do you plan at the moment?', 'Which tool would we replace?'],
  who: [
    'Who else will look at this with you?',
    'Is anybody else involved in the decision?',
    'Who else should see a demo?',
  ],
  when: ['When would you like to start?', 'Is there a date you are working towards?', 'What is your time frame?'],
} as const;

const politeness = ['Thanks!', 'Got it.', 'Understood, thank you.', 'Great.', 'Makes sense.'];
const smallAnswers = [
  'just me',
  'me and my business partner',
  'dont know yet',
  'my wife does the books',
  'nobody, I decide',
];
const largeAnswers = [
  'my boss and IT',
  'our COO',
  'finance, ops, works council',
  'dont know yet',
  'the whole management team',
  'head of procurement',
];
const goodbyes = [
  'ok bye',
  'Thanks, waiting for your mail.',
  'can a human call me pls',
  '👍',
  'perfect',
  '[visitor left the conversation]',
  'gotta go',
];

/** A chat or guided-demo transcript around the visitor's first sentence. */
export function toTranscript(random: RandomStream, opening: string, facts: LeadFacts, timeline: string): string {
  let hour = random.between(7, 20);
  let minute = random.between(0, 58);
  const stamp = (): string => {
    minute += random.between(0, 2);
    if (minute > 59) [hour, minute] = [hour + 1, minute - 60];
    return `[${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}]`;
  };
  const visitor = random.pick(['Visitor', 'visitor', facts.first]);
  const lines = [
    `${stamp()} Northlight: Hi! What brings you here today?`,
    `${stamp()} ${visitor}: ${opening.replaceAll('\n', ' ')}`,
  ];
  const turns: readonly (readonly [keyof typeof questions, string])[] = [
    [
      'tool',
      facts.tool === ''
        ? random.pick(['nothing yet', 'nothing special', 'prefer not to say'])
        : facts.tool.toLowerCase(),
    ],
    ['who', random.pick(facts.team < 40 ? smallAnswers : largeAnswers)],
    ['when', random.chance(70) ? timeline : random.pick(['no idea', 'depends', '?'])],
  ];
  for (const [topic, answer] of random.shuffled(turns).slice(0, random.between(1, 3))) {
    lines.push(
      `${stamp()} Northlight: ${random.pick(politeness)} ${random.pick(questions[topic])}`,
      `${stamp()} ${visitor}: ${answer}`,
    );
  }
  lines.push(`${stamp()} ${visitor}: ${random.pick(goodbyes)}`);
  return lines.join('\n');
}
