import type { Template } from './template.ts';

/** Clear enterprise buyers: several sites, procurement, security, a named process. */
export const enterpriseMessages: readonly Template[] = [
  [
    'Evaluation of planning platforms',
    'We run {team} {workers} across eleven sites and have outgrown {tool}. A working group of operations, IT and finance has been asked to shortlist three vendors {timeline}. Could someone who knows larger roll-outs walk us through {product}?',
  ],
  [
    'RFI – workforce planning',
    'Please find below our first questions ahead of a formal RFI. (1) Do you support single sign-on and role-based permissions per region? (2) Where is the data hosted? (3) Have you replaced {tool} at a company of our size? We plan for around {team} users in the first wave.',
  ],
  [
    '',
    'I am responsible for field operations at {company}. The board approved a replacement for {tool} last month. We want to select a vendor {timeline}, pilot in {city} and then extend to the other regions. Who should I talk to?',
  ],
  [
    'Security questionnaire before a demo?',
    'Before my colleagues spend time on a demo our information security team needs your current penetration test summary, a list of subprocessors and the standard data processing agreement. If that looks fine, we have budget set aside for {team} seats of {product}.',
  ],
  [
    '',
    'Looking for a partner rather than a tool. {pain} costs us an estimated two million a year and nobody owns the problem end to end. I own it since January. Can we do a workshop on site in {city}?',
  ],
  [
    'Northlight vs. Opsgrid',
    'We have narrowed it down to you and one other supplier. Decision committee is me, the CIO and our head of procurement; they meet {timeline}. What we still miss is a reference customer with unionised staff and more than 2,000 {workers}.',
  ],
  [
    'Multi-country rollout',
    'Currently each of our country organisations schedules {workers} differently, two of them still on paper. We would like one platform with local rules. Is {product} able to handle works council agreements and different rest-time laws per country?',
  ],
  [
    '',
    'Pls have an enterprise rep call me, not a chatbot. {team} users, SSO mandatory, need master data sync with our ERP nightly. Timeline: {timeline}.',
  ],
  [
    'Contract with current supplier ends',
    'Our agreement with the supplier of {rival} ends in the second half of the year and I do not intend to renew. I would need a written offer for {team} users, an implementation plan and two references {timeline}.',
  ],
  [
    '',
    'My COO saw your talk at Field Days and asked me to find out whether {product} could replace three systems at once: rostering, work orders and the reporting cube. If the answer is "partly", tell me honestly which part.',
  ],
  [
    'Tender preparation',
    'We are preparing a tender for a workforce scheduling solution (approx. {team} named users, five years). To be invited you need to register as a supplier. Please let me know who handles tenders on your side so that I can send the documents.',
  ],
  [
    '',
    'After our merger we have two of everything, including two planning tools. The integration office wants one platform selected {timeline}. I can share volumes and an as-is process map under NDA.',
  ],
  [
    'Pilot proposal',
    'I would like to propose a 90-day pilot with {team} {workers} in one region, clear success criteria ({pain} down by a third), and a commercial option for the rest of the group. Is that something you do, and what does it cost?',
  ],
  [
    '',
    'Hello, I lead digital operations for a group with roughly {employees} employees. Interested in {product} incl. API access, audit log, sandbox environment. We will compare total cost over 3 yrs. Kindly send availability next week for me plus 4 colleagues.',
  ],
  [
    'Follow-up to webinar',
    'The webinar on emergency rescheduling was exactly our Tuesday morning. Four people on our side (dispatch, IT architecture, HR, myself) want to see that live with our own data. Could you prepare something with about 40 {workers} and 300 jobs?',
  ],
  [
    '',
    'We had a serious incident caused by {pain}. As a result the executive committee wants a tool in place {timeline}; funding is not the obstacle, speed and evidence are.',
  ],
  [
    'Framework agreement',
    'Does Northlight sign framework agreements with group-wide pricing? Our eight subsidiaries order independently but all under group terms. The first one, in {city}, would start with {team} users.',
  ],
  [
    '',
    'Question from the enterprise architecture board: does {product} publish events (webhooks or similar) or is polling the only option? If it is the former you stay on our shortlist. Decision {timeline}.',
  ],
];
