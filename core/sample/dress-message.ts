import type { LeadFacts, LeadRow } from './lead.ts';
import type { RandomStream } from './random.ts';

const greetings = [
  'Hi,',
  'Hello,',
  'Hi there,',
  'Dear Northlight team,',
  'Good morning,',
  'Hey',
  'To whom it may concern,',
  'Dear Sir or Madam,',
  'Hello Northlight,',
];
const closings = [
  'Best regards',
  'Thanks',
  'Kind regards',
  'Cheers',
  'Many thanks in advance',
  'BR',
  'Looking forward to hearing from you',
  'Regards',
];
const asides = [
  'Sorry if this is the wrong address.',
  'I am out of office on Fridays.',
  'Please reply by email first.',
  'I tried the chat but it kept asking me questions.',
  'We had a very good impression of your website.',
  'Time zone is a bit awkward, mornings are best.',
  'I am also copying my assistant.',
  'This is not urgent for today but please do not forget us.',
  'Our fiscal year starts in April.',
  'Phone is better than mail.',
  'There are two of us with the same name here, mind the first name.',
  'You should have my details already.',
  'If you are not responsible, kindly forward.',
  'NB we cannot accept terms under foreign law.',
  'The form did not let me pick more than one product.',
  'I found you through a search, no referral.',
];
const emoji = ['🙂', '👍', '🙏', '😅', '🚚', '📅', '!!! 😊'];

/** Finger slips: two neighbouring letters swapped in one longer word. */
function slip(random: RandomStream, text: string): string {
  const words = text.split(' ');
  const index = random.between(0, words.length - 1);
  const word = words[index]!;
  if (!/^[a-z]{5,}$/.test(word)) return text;
  const at = random.between(1, word.length - 3);
  words[index] = `${word.slice(0, at)}${word[at + 1]}${word[at]}${word.slice(at + 2)}`;
  return words.join(' ');
}

function signature(random: RandomStream, facts: LeadFacts, row: LeadRow, textLanguage: string): string {
  const name = `${facts.first} ${facts.last}`;
  if (textLanguage !== 'en') return `\n\n-- \n${name}\n${facts.company}\nwww.${facts.domain}`;
  return random.pick([
    `\n\n${random.pick(closings)},\n${name}`,
    `\n\n${random.pick(closings)}\n\n-- \n${name}${facts.seniority === 'other' ? '' : `\n${facts.title}`}\n${facts.company}${row.City ? `\n${row.City}` : ''}${row.Phone ? `\nT ${row.Phone.trim()}` : ''}\nwww.${facts.domain}`,
    `\n\n${name} | ${facts.company}\nPlease note our new office hours: Mon-Thu 8-16, Fri 8-12`,
    `\n\n${facts.first}`,
    '\n\nSent from my mobile, please excuse typos',
    `\n\nMit freundlichen Grüßen / Best regards\n${name}\n${facts.company}\nThis e-mail may contain confidential information.`,
  ]);
}

function quotedTail(random: RandomStream, facts: LeadFacts): string {
  return random.pick([
    `\n\n> On Tue, Northlight News <news@northlight.example> wrote:\n> 5 rostering mistakes and how to avoid them\n> Read it in your browser`,
    `\n\n-----Original Message-----\nFrom: Northlight <hello@northlight.example>\nTo: ${facts.email}\nSubject: Your guide is ready\n\nThank you for downloading our guide.`,
    `\n\n________________________________\nVon: Northlight Webinare <webinar@northlight.example>\nBetreff: Aufzeichnung\n\nHier finden Sie die Aufzeichnung.`,
    `\n\n> > Would a short call help?\n> Maybe, let me check with my team.`,
  ]);
}

/** Puts the channel's and the writer's habits around a plain text. */
export function dressMessage(
  random: RandomStream,
  text: string,
  textLanguage: string,
  facts: LeadFacts,
  row: LeadRow,
): string {
  const mail = row.Channel === 'contact email' || row.Channel === 'support ticket';
  let message = textLanguage === 'en' ? inEnglish(random, text, mail) : text;
  if (mail && random.chance(66)) message += signature(random, facts, row, textLanguage);
  if (mail && random.chance(20)) message += quotedTail(random, facts);
  if (row.Channel === 'LinkedIn message' && textLanguage === 'en' && random.chance(60)) {
    message = `Hi ${random.pick(['Ana', 'Ben', 'Chiara', 'Mara', 'there'])}, thanks for connecting. ${message}`;
  }
  if (random.chance(5)) message += ` ${random.pick(emoji)}`;
  message = asHtml(random, message, mail);
  if (random.chance(6)) message = ` ${message}  `;
  if (random.chance(4)) message = message.replace(' ', '\u00a0').replace('. ', '.  ');
  if (random.chance(5)) message = message.replaceAll('\n', '\r\n');
  return message;
}

function inEnglish(random: RandomStream, text: string, mail: boolean): string {
  let message = text;
  const greeted = /^(hi|hello|good|dear|hey)\b/i.test(text);
  if (!greeted && random.chance(mail ? 75 : 24)) message = `${random.pick(greetings)}\n${mail ? '\n' : ''}${message}`;
  if (message.length > 60 && random.chance(24)) message += ` ${random.pick(asides)}`;
  if (random.chance(17)) message = slip(random, message);
  if (random.chance(7)) return message.toLowerCase();
  return random.chance(2) ? message.toUpperCase() : message;
}

function asHtml(random: RandomStream, message: string, mail: boolean): string {
  const escaped = message.replaceAll('&', '&amp;');
  if (random.chance(4)) return `<p>${escaped.replaceAll('\n', '<br>')}</p>`;
  if (!mail || !random.chance(4)) return message;
  return `<html><body><div style="font-family:Calibri">${escaped.replaceAll('\n', '<br/>\n')}</div></body></html>`;
}
