import type { Template } from './template.ts';

/** Existing customers who need help. */
export const supportMessages: readonly Template[] = [
  [
    'Login does not work',
    'Since this morning nobody in our depot can log in. Message says "session expired" straight after entering the password. We have {team} people waiting, please hurry.',
  ],
  ['Export broken', 'The monthly hours export shows last month twice. Payroll is due tomorrow. Screenshot attached.'],
  [
    'How do I remove a user',
    'A colleague has left, how can I remove him without losing his past shifts? The help page describes an older screen.',
  ],
  [
    'Invoice copy',
    'Hi, we need a copy of the last two invoices, our accountant cannot find them. Customer number is on file.',
  ],
  [
    '',
    'app keeps crashing on android since the update. tried reinstalling. we are already customers btw, just used this form because i couldnt find the support one',
  ],
  [
    'Sync delay',
    'Jobs entered in the office appear on the phones only after 20 to 30 minutes. It used to be instant. Is there an incident?',
  ],
  ['Password reset', 'I never get the reset mail. Checked the spam folder. Could you set it manually for me please?'],
  [
    'Training',
    'We have two new dispatchers. Is there recorded training or do we have to book a session under our contract?',
  ],
  [
    'Public holidays wrong',
    'The calendar in {product} shows the wrong public holidays for our region, so shifts were planned on a day off. Who can correct that?',
  ],
  [
    'API 429',
    'Our nightly job gets status 429 since Tuesday. Has the rate limit changed? We did not see anything in the release notes.',
  ],
  ['Change of bank details', 'We have changed our bank, where do I update the direct debit?'],
  ['', 'The map shows all my vans in the sea. Funny, but also not. Please fix :)'],
  [
    'Two shifts at once',
    'Since the weekend one and the same person can be planned on two shifts at the same time. There used to be a warning.',
  ],
  [
    'Wrong language',
    'Three of our users suddenly see everything in French. We are not French. How do we switch it back?',
  ],
  ['', 'Where can I see which version we have? My IT asks. Thanks'],
  ['Printing', 'Printing the weekly plan cuts off Sunday. We hang it in the canteen, so yes, we still need paper.'],
  ['Deleted by mistake', 'A colleague deleted the template for the night shift. Can you restore it from yesterday?'],
  ['New phone', 'Driver has a new phone and gets no notifications any more. Already logged out and in again.'],
  [
    'Report differs',
    'The overtime report and the dashboard show different totals for the same week. Which one is right?',
  ],
  [
    'Question about our contract',
    'How many users are included in our plan? I see two different figures on the invoice and in the settings.',
  ],
  [
    'Ticket without answer',
    'I opened a ticket nine days ago and have heard nothing. It is about the reporting module and my director is asking. Please escalate.',
  ],
];

/** Existing customers who want to buy more. */
export const expansionMessages: readonly Template[] = [
  [
    'More seats',
    'We would like to add {team} seats to our contract from next month. Can you send the amended order form?',
  ],
  [
    'Adding {product}',
    'We have been using scheduling for two years and now want {product} as well. Could we see it with our own data and get a price as an existing customer?',
  ],
  [
    '',
    'We took over a competitor in {city} with {team} {workers}. They should come onto our Northlight account {timeline}. What do you need from us?',
  ],
  [
    'Upgrade',
    'What is the price difference to the plan with single sign-on? Our IT now insists on it and we would rather upgrade than leave.',
  ],
  [
    'Question to account manager',
    'Happy customer here. Our sister company wants the same. Separate contract or can we share one? About {team} users.',
  ],
  [
    '',
    'I know this is the support address but I do not know where else to ask: how can we buy the reporting add-on for our second site?',
  ],
  [
    'Renewal and extension',
    'We would like to renew {timeline}, extend for three years and add {team} users if the price is right.',
  ],
  ['', 'Seats are full again, 3 people could not be invited today. Please increase by {team} and invoice as usual.'],
];

/** Upset or legally relevant messages. */
export const legalMessages: readonly Template[] = [
  [
    'Formal notice',
    'We hereby give notice that the use of our customer logo on your website happens without permission. Remove it within seven days. Otherwise our lawyer will take the necessary steps.',
  ],
  [
    'Breach of contract',
    'You failed to meet the availability stated in the agreement for the third month in a row. Our legal department has been instructed to review claims for damages. Confirm receipt in writing.',
  ],
  [
    '',
    'Your sales person promised a feature in writing that does not exist. We consider this misrepresentation and have forwarded the correspondence to our solicitor.',
  ],
  [
    'Cease and desist',
    'Your comparison page makes false statements about our product. This is our final request before we take it to court.',
  ],
];

export const complaintMessages: readonly Template[] = [
  [
    'STOP CALLING',
    'This is the fourth call this week. I asked you to stop three times. If one more person from your company rings me I will file a complaint with the regulator.',
  ],
  [
    'Very disappointed',
    'I waited 40 minutes in your demo meeting and nobody came. Second time. Is anybody in charge over there?',
  ],
  [
    'Unacceptable',
    'You charged us for a full year after we had cancelled in due time. I want to speak to a manager today, not to a robot.',
  ],
  [
    '',
    'Honestly the worst onboarding I have ever seen. Three different contacts in five weeks and each one starts from zero. We want our money back.',
  ],
];

export const privacyMessages: readonly Template[] = [
  [
    'Delete my data',
    'Please delete all personal data you hold about me under Article 17 GDPR and confirm once it is done, including any copies at your service providers.',
  ],
  [
    'Access request',
    'Under data protection law I request a copy of all data you store about me, where it came from, and who received it.',
  ],
  ['', 'do not sell or share my personal information. i am a california resident. also remove me from your lists'],
  [
    'Auskunft nach Art. 15 DSGVO',
    'Bitte teilen Sie mir mit, welche Daten Sie über mich gespeichert haben und woher Sie meine Adresse haben. Einer werblichen Nutzung widerspreche ich.',
  ],
  ['', 'Who gave you my email? I never signed up. Erase it and tell me your data protection officer.'],
];
