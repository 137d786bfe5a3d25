import type { Template } from './template.ts';

export const partnerMessages: readonly Template[] = [
  [
    'Reseller enquiry',
    'We implement business software for {workers}-heavy companies in our region and several clients ask for a tool like yours. Do you have a reseller programme and what are the margins?',
  ],
  [
    '',
    'We are a consultancy of 25 people and would like to become a certified implementation partner. Two live opportunities could be brought in this year.',
  ],
  [
    'Technology partnership',
    'Our time clocks are installed at 900 sites. An integration with {product} would be an easy win for both of us. Who runs partnerships?',
  ],
  [
    '',
    'Interested in white-labelling {product} for our franchise network. Is there a partner contract we can look at?',
  ],
  [
    'Distribution in our country',
    'We distribute two European software products here and look for a third. Exclusive territory would be a condition. Please share your partner terms.',
  ],
  [
    '',
    'Referral fee? I advise companies on dispatch processes and recommend tools all day long. Would prefer to recommend yours officially.',
  ],
  [
    '',
    'We build add-ons for payroll systems and get asked for a Northlight connection every other week. Shall we build it together?',
  ],
  [
    'Partner login',
    'I am a consultant and register my customers for them. Is there a partner login where I see all of them?',
  ],
  [
    'Local support partner',
    'You seem to have no office in our country. We could provide first-level support in the local language.',
  ],
  [
    'Joint webinar',
    'We sell vehicle tracking, you sell planning, same audience. How about a joint webinar in the spring?',
  ],
];

/** What the outside person wrote, before a colleague forwarded it. */
export const introducedMessages: readonly Template[] = [
  [
    'Intro: {company}',
    'As promised I am putting you in touch with {first} from {company}. They have {team} {workers} and planning is a sore point. I told {first} you are the best people to talk to. Over to you two.',
  ],
  [
    'Portfolio company looking for planning software',
    'One of our portfolio companies, {company}, is choosing a planning tool {timeline}. {first} {last} ({title}) leads it. Could your team take good care of them?',
  ],
  [
    'introduction',
    'Hi, long time! {first} at {company} asked me whom I would trust with replacing {tool}. I gave your name. Please contact directly: {email}',
  ],
  [
    'Intro for your sales team',
    'We are the implementation partner at {company}. The customer wants {product} but buys licences direct. Contact is {first} {last}, {title}. Budget is there, about {team} users.',
  ],
  [
    'quick favour',
    'met {first} on the train, runs things at {company} in {city}. wants a demo. can you sort this? sent from my phone',
  ],
  [
    'Board member contact',
    'From our last board dinner: {first} {last} of {company} complained for an hour about {pain}. Warm as it gets. Please do not let this one sit.',
  ],
  [
    'Possible investor',
    'We are a growth fund focused on vertical software and follow your category. {first} would appreciate thirty minutes with your founders. No commercial request.',
  ],
  [
    'FYI',
    'This came up in a conversation with {company} yesterday: they need help with {pain}. Not sure whether you are the right person, otherwise please pass it on.',
  ],
];

/** What the colleague typed above the forwarded part. */
export const forwarderNotes: readonly string[] = [
  'FYI, please take this one.',
  'Can somebody from the team answer today? Thx',
  'see below',
  'Hot one. Handle with care, this is via our investor.',
  'No idea who covers this region…',
  'Forwarding as discussed in the Monday call.',
  '',
  '+inbound',
  'pls handle 🙏',
];

export const pressMessages: readonly Template[] = [
  [
    'Press enquiry, deadline Thursday',
    'I am writing a piece for a trade magazine about labour shortages among {workers} and would like a quote from your leadership. Deadline is Thursday noon.',
  ],
  [
    'Interview request',
    'Our podcast on the future of shift work would love to have your founder as a guest. Recording takes 45 minutes, remote.',
  ],
  ['', 'Could your press office confirm the funding figure circulating this week? I publish tonight.'],
  [
    'Product images',
    'For our yearly software overview I need two screenshots and your logo in print quality. Editorial, no cost involved.',
  ],
  [
    'Survey for article',
    'We are asking twelve vendors the same five questions about scheduling and AI. May I send them to you for publication?',
  ],
];

export const recruitingMessages: readonly Template[] = [
  [
    'Application: account executive',
    'Dear hiring team, I would like to apply for the open sales position. Six years of experience in software sales, fluent in three languages. My CV is attached.',
  ],
  ['', 'Are you hiring backend developers? I could not find the jobs page on my phone.'],
  [
    'Internship',
    'I finish my degree this summer and I am looking for a six-month internship in marketing. I would be so happy to learn at your company!',
  ],
  [
    'Candidates for your vacancies',
    'We have three pre-screened engineers available at short notice. Success-based fee, no risk for you. Shall I send profiles?',
  ],
  [
    'Working student',
    'I study logistics and look for a part-time position, 15 hours a week. I can start in October and would also work on site.',
  ],
  ['', 'Do you offer visa sponsorship for engineers? I have eight years of experience with distributed systems.'],
  [
    'Application documents',
    'Please find my application for the position in customer success. References on request. I am available from the first of the month.',
  ],
  ['Job?', 'hi do you have any job for me i am hard working and can start immediatly'],
  [
    'Question about my application',
    'I applied four weeks ago for customer support and did not hear back. Is the role still open?',
  ],
  [
    '',
    'Recruiter here. I see you are growing the field team. We placed similar profiles at two competitors of yours. Open to a short call?',
  ],
];

export const vendorMessages: readonly Template[] = [
  [
    'Quick question, {rep}',
    'I noticed your team is growing and wanted to ask how you handle lead lists today. We deliver verified decision makers at 9 cents each. Worth ten minutes on Thursday?',
  ],
  [
    'Re: our call',
    'Just floating this to the top of your inbox. We help software companies book 20 extra meetings a month, you only pay for results. Should I close your file?',
  ],
  [
    '',
    'We design exhibition stands and have a few free slots for the autumn season. May I send a sketch free of charge?',
  ],
  [
    'Offshore development team',
    'Our 200 developers can build your web and mobile apps at a fraction of local rates. Kindly let me know your requirements.',
  ],
  [
    'Office cleaning quotation',
    'We clean several offices in your street and can offer a very good price for yours. When may we visit?',
  ],
  [
    'Payroll for remote teams',
    'Hiring abroad? Our platform employs people for you in 120 countries. I would love to show your HR lead how it works.',
  ],
  [
    '',
    'Is your website accessible? We ran a scan and found 41 issues. I can send you the report, and we fix it in 30 days for a flat fee.',
  ],
  [
    'Branded merchandise',
    "Mugs, hoodies, notebooks with your logo, delivered in ten days. See this season's catalogue. Minimum order only 50 pieces.",
  ],
  [
    'Lower your cloud bill',
    'We audit cloud spending and keep a quarter of what we save you. Nothing saved, nothing owed. Who is responsible for infrastructure?',
  ],
  [
    'Award nomination',
    'Congratulations! You have been selected as a finalist for our innovation awards. The participation package starts at 2,900.',
  ],
  ['', 'Do you accept guest posts? We can supply well-researched articles with one dofollow link. Budget available.'],
];

export const studentMessages: readonly Template[] = [
  [
    'Survey for my thesis',
    'I am writing my master thesis on the adoption of scheduling software in hospitals. Could one of your employees answer ten questions? It takes 15 minutes.',
  ],
  [
    '',
    'Hello, for a university project our group of four has to analyse a software company, and we picked yours. Can we have free access for one semester?',
  ],
  [
    'Academic licence',
    'Our chair of operations research would like to use {product} data structures in teaching. Is there an academic licence?',
  ],
  ['', 'im doing homework about how companies plan shifts. what algorithm do u use? please answer before monday'],
  [
    'Research cooperation',
    'As part of a publicly funded project on fatigue in night work we look for anonymised roster data. There would be a joint publication.',
  ],
  ['', 'Could I use a screenshot of your roster view in my bachelor thesis? I will of course cite the source.'],
  [
    'Guest lecture',
    'Every winter we invite a practitioner to our course on service operations. Would someone of you be willing to come for 90 minutes?',
  ],
  [
    'PhD interview',
    'I interview product managers for my doctoral research. Participation is voluntary and anonymous. Would you forward this to a suitable colleague?',
  ],
];

export const competitorMessages: readonly Template[] = [
  [
    '',
    'Looking at your enterprise plan. Could you send the full price list and the roadmap for next year? A demo account with all modules would be best.',
  ],
  ['', 'Just curious how your optimisation compares. Which solver do you use?'],
  ['Demo', 'Would like a detailed demo incl. admin settings. Purpose: market research.'],
  ['', 'Do you have an API document that is not behind a login?'],
];

export const vagueReferralMessages: readonly Template[] = [
  ['', 'My friend told me to write to you.'],
  ['', 'Somebody at the trade fair said you could help us. Please get in touch.'],
  ['Hello', 'I was told you are the right people for our problem. Can we talk?'],
  ['', 'A colleague mentioned your name, I do not remember in what context. What is it that you do exactly?'],
  ['', 'my boss said I should contact you, so I am contacting you'],
  ['Recommendation', 'You were recommended to me. When are you available?'],
  ['', 'Got your card from a man with a beard at the event in spring. He said to write.'],
];

export const disposableMessages: readonly Template[] = [
  ['', 'just want to see the prices'],
  ['', 'need access to the demo, not giving my real mail sorry'],
  ['', 'Download please.'],
  ['', 'We are a big company and want a trial with 500 seats today.'],
  ['', 'testing before I decide whether to trust you with my address'],
];

export const roleAddressMessages: readonly Template[] = [
  ['Information requested', 'Please send us information about {product}. Regards, the office'],
  ['', 'We are interested in your offer, please contact us.'],
  [
    'Enquiry',
    'Our company has {team} {workers} and looks for planning software. The responsible colleague is on holiday, you may write to this address in the meantime.',
  ],
  ['', 'Who is the contact person for our region? We would need an offer for {team} people.'],
  [
    'Supplier registration',
    'To be listed as a supplier fill in the attached form and return it to purchasing. We then forward your offer internally.',
  ],
  ['', 'Kindly call our reception and ask for the workshop manager.'],
];

export const optedOutMessages: readonly Template[] = [
  ['Unsubscribe', 'Please take me off the mailing list. If I need something I will call you myself.'],
  ['', 'I ticked the no-marketing box. I only want the price sheet for {team} users, nothing else.'],
  [
    '',
    'No newsletters please! Otherwise interested in {product}, send the answer to this one question: does it support split shifts?',
  ],
  ['Remove', 'remove me from this list'],
  ['', 'Downloaded the guide. No follow-up wanted.'],
];
