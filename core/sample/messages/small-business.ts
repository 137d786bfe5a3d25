import type { Template } from './template.ts';

/** Small companies: short, informal, price aware. */
export const smallBusinessMessages: readonly Template[] = [
  ['', 'Hi, small company, {team} people. How much is it per month?'],
  [
    '',
    'Currently writing jobs on a whiteboard. My wife does the planning. Would {product} be overkill for {team} {workers}?',
  ],
  [
    'Price question',
    'Good evening, do you have a plan for companies with less than 20 staff? We only need scheduling, nothing fancy.',
  ],
  [
    '',
    'Looking for an app so my {workers} stop calling me at 6 in the morning to ask where to go. Can I try it without credit card?',
  ],
  [
    '',
    "I signed up for the trial but don't have time to read manuals. Can someone do 20 minutes on the phone with me? Best on Friday.",
  ],
  [
    '',
    'We use {tool}, it is fine but the guys on the road cannot see changes. Is there a phone app? We are {team} people in {city}.',
  ],
  [
    'Switching',
    'We pay too much for {rival} for what we use. What would {team} users cost with you, monthly, cancel any time?',
  ],
  [
    '',
    'hi!! saw you on a comparison site. we are {team} {workers}, lots of last minute changes. does it do recurring jobs?',
  ],
  ['', 'Need something simple {timeline}. Main headache: {pain}.'],
  ['', 'Do you integrate with accounting software? I do invoices on Sunday night and would like my Sundays back.'],
  ['Demo', 'Can I see a demo please. {company}, {team} people, family business since 1987.'],
  ['', 'Is it possible to start with 5 users and add more later? We are hiring. Thanks {first}'],
  [
    '',
    'Just bought a second van, so now it is officially a fleet :) What do you recommend for {team} people? Currently {tool}.',
  ],
  [
    '',
    'I want to buy the small plan but the checkout gives me an error with our VAT number. Please send invoice instead.',
  ],
  [
    '',
    'Our {workers} are mostly over 50 and not keen on apps. How do others deal with that? If you have an answer I would like to try {product}.',
  ],
  ['', 'Is there a discount for the first year? We are a young company ({employees} people) but growing quickly.'],
  ['Quick one', 'Can two people edit the plan at the same time? In {tool} we overwrite each other daily.'],
  [
    '',
    'Comparing prices for scheduling software, please send a price list for up to {team} users. No calls please, email only.',
  ],
  [
    '',
    'Customer no-shows and {pain} are eating my margin. A friend in the trade uses you and is happy. How do we start?',
  ],
  ['', 'Would love to see it but only evenings. We are on site until 5. {city}, {team} {workers}.'],
  ['', 'can I put my 3 subcontractors in as well or only own employees'],
  [
    '',
    'I run {company} with my brother. He says paper is fine. I say it is not. Send me something that convinces him.',
  ],
  ['Help choosing', 'Which of your products do I need for {team} {workers}? The names do not tell me much.'],
  ['', 'We had {rival} before and cancelled because it was made for big companies. Are you different?'],
  ['', 'Do the {workers} need to buy new phones for this? Some of theirs are ancient.'],
  [
    'Start next month',
    'I would like to start on the first of next month with {team} users. Is a contract needed or is it just a subscription?',
  ],
  [
    '',
    'Planning takes me every Thursday evening until ten. Show me how to get that down to one hour and you have a customer.',
  ],
  [
    '',
    'is there someone who speaks plain language and can tell me in 5 minutes what it does and what it costs? {city} area',
  ],
];
