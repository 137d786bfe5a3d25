import type { Template } from './template.ts';

/** Mid-market buyers: one decision maker or two, a concrete pain, a date. */
export const midMarketMessages: readonly Template[] = [
  [
    '',
    'We have {team} {workers} and plan everything in {tool}. It worked until last winter. Looking for something we can have running {timeline}. Can you show me {product}?',
  ],
  [
    'Demo request',
    'Could we get a demo sometime next week? It would be me and our operations manager. The main thing is {pain}.',
  ],
  [
    'Pricing for about {team} users',
    'I read the pricing page twice and still cannot work out what {team} users of {product} would cost with the phone app included. Could you send me a simple number per month?',
  ],
  [
    '',
    'Our dispatcher retires in the summer and everything is in her head. We want a system before she leaves. Currently {tool}. About {team} {workers}.',
  ],
  [
    '',
    'Hi there, comparing you with FieldOtter and one local vendor. What would you say is the biggest difference for a company like ours ({employees} people, one depot in {city})?',
  ],
  [
    'Replacing {rival}',
    'We have been on {rival} for six years. Support has become slow and the price went up again. What does a move to {product} look like, how long does it take and can you import our history?',
  ],
  [
    '',
    'Does {product} work offline? Half our sites have no signal. If yes I would like a trial for {team} people and a call {timeline}.',
  ],
  [
    '',
    'Need better visibility on jobs. Too many phone calls, too much {pain}. My boss wants three quotes. Thanks, {first}',
  ],
  [
    'Question after trial',
    'I started the trial on Monday, imported {team} people and got stuck at shift rules. I like it so far! Can somebody help me set this up properly and talk about an annual plan?',
  ],
  [
    '',
    'we are growing from one to three locations this year and {tool} will not survive it. interested in {product}. budget is agreed with our owner, he just wants to see it once before signing.',
  ],
  [
    'Integration with our payroll',
    'Before going further: can approved hours go from {product} to our payroll provider without someone retyping them? That alone would save us two days a month. We are about {employees} employees.',
  ],
  [
    '',
    'I have compared eight tools over the last month and you are in my last two. Would like a reference in our industry, and to know if the contract can start {timeline}.',
  ],
  [
    '',
    'Looking for a demo of {product}. Pain: {pain}. Tool today: {tool}. Decision: myself plus the finance director. When: {timeline}.',
  ],
  [
    'Recommended by a customer of yours',
    'One of your customers told us they cut overtime by a fifth with you. We have a similar set-up in {city}, {team} {workers}, two shifts. Can you tell us more and what it would cost?',
  ],
  [
    '',
    'Please contact me regarding {product}. We need a solution {timeline} because an audit found that our working-time records are incomplete.',
  ],
  [
    'Call back',
    'Please call me after 3 pm, mornings I am on site. It is about scheduling for {team} people and a possible replacement of {tool}.',
  ],
  [
    '',
    'Our customers are asking for arrival windows and proof of service and we have neither. Is that part of {product} or an add-on? How do other companies with {team} {workers} roll this out?',
  ],
  [
    '',
    'Two of my supervisors tried your interactive demo and now will not stop talking about it. What are next steps, we would want to begin {timeline}.',
  ],
  [
    'Renewal coming up',
    'Hello, the renewal of {rival} lands on my desk in a few weeks. I would rather not sign it. What can you offer for {team} users and how fast could we switch?',
  ],
  [
    '',
    'Not sure if we are too small or too big for you. {employees} employees, of which {team} are {workers}. Main problem is {pain}. If it fits I am ready to talk.',
  ],
  [
    'Quote',
    'Kindly send a quotation for {team} licences of {product} including onboarding for the office in {city}. We buy on invoice, 30 days.',
  ],
  [
    '',
    'I am new here ({title}) and inherited a mess of shared calendars. I used Northlight in my previous job and would like to introduce it again {timeline}. Who looks after {city}?',
  ],
  [
    '',
    'Can customers book slots themselves in {product}? If that works we would switch from {tool}. Our team: {team} {workers}, 4 dispatchers.',
  ],
  [
    'Next step?',
    'I downloaded the rostering guide and it describes our situation well, in particular the part about {pain}. What does it take to get started and do you help with data migration?',
  ],
  [
    '',
    'Interested. {team} users. Want to go live {timeline}. Please no long sales process, one call and an offer is enough for us.',
  ],
  [
    'Two questions',
    '1) Is there a minimum term? 2) Do seasonal {workers} need a full licence? We have {team} all year and nearly double that in the high season.',
  ],
  ['', 'Our insurer wants proof of who was on which site and when. {tool} cannot give me that. Can {product}?'],
  [
    'Short call?',
    'I have 15 minutes on Wednesday or Friday. Topic: {team} {workers}, {pain}, and whether you can do better than {rival}.',
  ],
  [
    '',
    'Are you able to plan by qualification? We may only send certified {workers} to certain sites and check that by hand today.',
  ],
  [
    '',
    'Our {workers} get their plan by text message on Sunday evening. Everybody hates it, me included. Please show me how {product} does it.',
  ],
  [
    'Trial access',
    'Please open a trial for {company}, {team} users, administrator would be me. If it holds up for a month we sign.',
  ],
  [
    '',
    'We lost a large customer over late arrivals and I have been told to fix it {timeline}. I need a realistic idea of cost and effort.',
  ],
  [
    'Comparing three vendors',
    'You, {rival} and a consultant who wants to build something for us. What would you ask if you were me?',
  ],
  [
    '',
    'How many days of onboarding do companies with {team} {workers} usually need? Our season starts soon and I cannot have a mess in the middle of it.',
  ],
  [
    '',
    'Subsidiary of a larger group, but we choose our own tools. {employees} employees, based in {city}. Please contact me for a demo of {product}.',
  ],
  [
    'Offer',
    'Spoke to your colleague at the fair, he promised an offer for {team} users and then nothing happened. Can I have it please?',
  ],
];
