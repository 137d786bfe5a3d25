import { Deck } from '../deck.ts';
import type { RandomStream } from '../random.ts';

const subjects = [
  'The system',
  'The planning board',
  'The mobile application',
  'The interface',
  'The reporting module',
  'The supplier',
  'The import',
  'The notification service',
  'The permission model',
  'The time recording',
];
const duties = [
  'shall allow',
  'must support',
  'should offer',
  'is expected to document',
  'shall log',
  'must not prevent',
  'shall restrict by role',
  'should automate',
];
const objects = [
  'the exchange of shifts between employees of equal qualification',
  'the planning of at least three weeks ahead',
  'absences entered by the employee and approved by the supervisor',
  'the transfer of approved hours to payroll',
  'rest periods between two shifts',
  'the reassignment of work orders during the day',
  'qualification certificates with an expiry date',
  'attachments of up to 20 megabytes per work order',
  'offline use for a full working day',
  'the export of raw data without involvement of the supplier',
  'several legal entities with separate accounting',
  'travel times between sites',
  'customer signatures on the device',
  'languages per user',
  'the deletion of personal data after a configurable period',
  'on-call duty and its compensation rules',
  'recurring work orders',
  'a comparison of planned and actual hours',
  'the import of master data every night',
  'accidents and near misses reported from the field',
];
const conditions = [
  '',
  ' without additional licences',
  ' within two seconds for 500 concurrent users',
  ' in all countries named in annex B',
  ' and keep a history of every change',
  ', configurable by the customer',
  ' (please describe briefly how)',
  ' from the first release on',
  ', including for temporary staff',
  '; state whether this is standard, configuration or development',
];
const answers = [
  'Answer: ______',
  'Standard / Configuration / Development / Not available',
  'Weight: 2',
  'Weight: 3',
  'KO criterion',
  'Please attach evidence.',
];

/** A tender document pasted whole into the message box. */
export function pastedTender(random: RandomStream, introduction: string, length: number): string {
  const parts = [introduction, '', 'CATALOGUE OF REQUIREMENTS (please answer every line)'];
  let size = introduction.length + 60;
  for (let chapter = 1; size < length; chapter += 1) {
    const heading = `\n${chapter}. ${random.pick(['Planning', 'Field work', 'Reporting', 'Interfaces', 'Operation', 'Security', 'Data protection', 'Introduction', 'Support', 'Commercial terms'])}`;
    parts.push(heading);
    size += heading.length + 1;
    for (let line = 1; line <= 14 && size < length; line += 1) {
      const text = `${chapter}.${line}\t${random.pick(subjects)} ${random.pick(duties)} ${random.pick(objects)}${random.pick(conditions)}. ${random.pick(answers)}`;
      parts.push(text);
      size += text.length + 1;
    }
  }
  return parts.join('\n');
}

const replies = [
  'Thanks, this looks reasonable. One more question from finance: is the price per named user or per active user in a month?',
  'Sorry for the delay, I was at the other site all week. I have added Petra because she knows the rosters best.',
  'We talked about it in the Monday meeting. General opinion positive, IT wants to see the interface description first.',
  'Can we move the call to Thursday? Wednesday is stocktaking and I will not be at my desk.',
  'See attached the list of depots. Two of them close this summer, so do not count those.',
  'As far as I remember we never got the offer in writing, or it went to the old address.',
  'Please keep the works council in copy from now on, otherwise we lose another month.',
  'Fine for me. Who writes to the supplier? I can do it tomorrow morning on the train.',
  'I looked at the demo video on the train. The board is fine, the phone part is what our people will judge.',
  'Who signs this in the end? Last time we had three signatures and still no order.',
  'Numbers from payroll: 1,312 corrections last year. That is the argument, not the colour of the screens.',
  'Legal needs two weeks for any new contract, so please count backwards from the holidays.',
  'I am against another pilot that nobody evaluates. Either we do it properly or not at all.',
  'Our sister company has it. I asked them: setup took five weeks, two of which were our own fault.',
  'Can they import the old qualifications? Otherwise Petra types for a month.',
  'Added the questions from the depot in the spreadsheet, tab 3. Ignore tab 2.',
  'OK from my side.',
  'Please use the new cost centre, the old one was closed in spring.',
];
const disclaimers = [
  'This message is confidential and intended only for the person named above. If it reached you by mistake, delete it and tell the sender. Opinions are those of the author.',
  'Diese Nachricht ist vertraulich und nur für den Empfänger bestimmt. Sollten Sie sie irrtümlich erhalten haben, löschen Sie sie bitte.',
  "Ce message est confidentiel. Si vous n'en êtes pas le destinataire, merci de le supprimer et d'en avertir l'expéditeur.",
  'Please consider the environment before printing this e-mail.',
];

/** A mail thread in which the actual request stands on top and everything else below. */
export function pastedThread(random: RandomStream, top: string, names: readonly string[], length: number): string {
  const people = new Deck(names, random);
  const texts = new Deck(replies, random);
  let text = top;
  let marks = '> ';
  for (let day = 28; text.length < length; day = day > 1 ? day - 1 : 28) {
    const name = people.deal();
    const body = [texts.deal(), '', name, random.chance(60) ? random.pick(disclaimers) : ''].filter(
      (line, index) => line !== '' || index === 1,
    );
    text += `\n\n${marks.trim()} On the ${ordinal(day)}, ${name} wrote:\n${body.map((line) => `${marks}${line}`).join('\n')}`;
    if (marks.length < 12) marks = `> ${marks}`;
  }
  return text;
}

function ordinal(day: number): string {
  const teen = day > 10 && day < 14;
  return `${day}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')}`;
}
