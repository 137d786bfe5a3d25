import type { Template } from './template.ts';

/** People at accounts the sales team has named as strategic. */
export const namedAccountMessages: readonly Template[] = [
  [
    '',
    'Could you add me to the thread your colleague has with our procurement? I run {workers} planning for the {city} region and should have been involved.',
  ],
  [
    'Regional pilot',
    'I understand group IT is already in contact with you. Independent of that my region would like to see {product} for about {team} {workers}.',
  ],
  ['', 'Pricing please. {team} users.'],
  [
    'Information material',
    'For an internal steering committee {timeline} I need two slides on {product} and one customer example from our sector. Can you help?',
  ],
  [
    '',
    'We met briefly at your stand. As discussed: {pain} is our topic of the year, and I would like to continue the conversation with the same person.',
  ],
  ['', 'downloading the guide was only possible with this form, so here I am. Do not need a call at this point.'],
  [
    'New contact at {company}',
    'My predecessor has left the company. I take over the evaluation of planning software including {tool} and would like to know where things stand with Northlight.',
  ],
  [
    '',
    'Which regions of the world do you host in? Question comes from our data protection officer; the project itself is planned {timeline}.',
  ],
];

/** Large stated value, whatever the rest looks like. */
export const highValueMessages: readonly Template[] = [
  [
    'Budget approved: planning platform',
    'Our budget for a new planning platform has been approved (see the figure in the form). {team} users, contract for three years, decision {timeline}. I expect an answer from a senior person.',
  ],
  [
    '',
    'We would consolidate four tools, {rival} being the largest, into one contract. Annual volume as stated. Please treat as confidential.',
  ],
  [
    'Group licence',
    'Requesting an indicative offer for a group licence covering {team} {workers} and unlimited read-only users.',
  ],
  [
    '',
    'The amount in the form is not a typo. We outsource {team} {workers} planning today and want to take it back in-house {timeline}.',
  ],
  [
    'Replacement project',
    'Replacement of {rival}, all sites. We have an implementation partner, we need the licences and a project sponsor on your side. Can you meet us in {city}?',
  ],
  [
    '',
    'Our current spend on this is in the form. If you can prove a 20 percent saving on {pain}, we will talk about the whole amount.',
  ],
];

/** Companies that said no earlier and are back. */
export const reactivatedMessages: readonly Template[] = [
  [
    'Back again',
    'We spoke about a year ago and chose {rival} instead. I will be frank: it did not work out. Is the offer from back then still a basis to talk?',
  ],
  [
    '',
    'You may remember us, we stopped the project when the budget was frozen. The freeze is over. {team} users, same scope, start {timeline}.',
  ],
  [
    'Re: Re: Your offer',
    'Sorry for the long silence! Reorganisation, new boss, the usual. We would like to pick up {product} where we left off. What has changed since?',
  ],
  [
    '',
    'In the last evaluation you lost because of the missing offline mode. I hear that exists now. Can you show it to the same group?',
  ],
  [
    '',
    'We did a trial some time ago that went nowhere, honestly because of us. I now have two people with time for it. Could you re-open the account?',
  ],
  [
    'Second attempt',
    'Second attempt from our side to solve {pain}. Last time we bought on price. This time we would like to see references first.',
  ],
  ['', 'Is {rep} still with you? We talked in the past about {product} for our {city} site. Things are moving again.'],
];

/** Great fit on paper, no wish to buy. */
export const fitWithoutInterestMessages: readonly Template[] = [
  ['', 'Only wanted the white paper. We renewed {rival} for three years last month, so there is no project here.'],
  ['', 'Please do not call, I am collecting material for an internal training. No purchase planned this year or next.'],
  [
    'Webinar recording',
    'Could you send the recording? I missed the second half. We are not looking for software at the moment.',
  ],
  [
    '',
    'I filled in the form to read the benchmark. Our planning tool was chosen by headquarters and we have no say in it.',
  ],
  ['', 'Thanks for the invitation but no. Hiring freeze, spending freeze, everything freeze. Maybe in two years.'],
  ['', 'Interesting reading. We are happy with what we have.'],
];

/** Poor fit, but on every page of the site. */
export const activeWithoutFitMessages: readonly Template[] = [
  [
    '',
    'I LOVE this tool!! I run a book club with 9 people and would use it to plan who brings snacks. Is there a free version?',
  ],
  [
    '',
    'Third time writing, I really want to use Northlight for my one-man photo studio. Please tell me how to get access to all features.',
  ],
  [
    'Trial extension please',
    'Can you extend my trial again? I am using it to plan my garden and the allotment association finds it great.',
  ],
  [
    '',
    'We are a guild in an online game and need to schedule raids. 40 players. Willing to pay 10 dollars a month in total.',
  ],
  [
    '',
    'Have watched all your webinars. I work alone as a translator but who knows, maybe one day I hire somebody. Would like a demo to stay up to date.',
  ],
  [
    '',
    'Volunteer fire brigade here, no budget whatsoever, but we use every minute of the trial. Any chance of a sponsorship?',
  ],
];

/** A business enquiry sent from a private mailbox. */
export const freeMailWithCompanyMessages: readonly Template[] = [
  [
    '',
    'Writing from my private address because our mail server is down. {company}, {team} {workers}, interested in a demo {timeline}.',
  ],
  [
    'Demo for {company}',
    'We do not have company mail for everyone yet. I plan the {workers} and would like to see {product}.',
  ],
  ['', 'My company is {company} in {city}. We have {team} people and use {tool}. How much would it be?'],
  ['', 'Please send the offer to this mail, I read the office one only once a week. {team} users, start {timeline}.'],
  ['', 'I am the owner of {company}. Main problem {pain}. Can you call me?'],
  [
    'Interested',
    'Used your interactive demo on my tablet at home. For {company} this could save a lot of phone calls. What are the next steps?',
  ],
];

/** Private mailbox and nothing that names an organisation. */
export const freeMailWithoutCompanyMessages: readonly Template[] = [
  ['', 'how does it work and how much'],
  ['', 'I would like more information about your software please.'],
  ['', 'Is there an android version?'],
  ['Info', 'Hello, I saw your advertisement and want to know more. Thank you.'],
  ['', 'can i use this for my team at work? we are about 30 or so. not decided who pays'],
  ['', 'Please send brochure.'],
  ['', 'Hi, I may need a planning program for a thing I am starting next year, too early to say more.'],
];
