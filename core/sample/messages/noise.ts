import type { Template } from './template.ts';

/** Links lead to reserved names only. */
export const spamMessages: readonly Template[] = [
  [
    'First page of search in 30 days GUARANTEED',
    'Hello website owner!! We checked your site and found that you are losing 87% of visitors. Our SEO experts bring you on page ONE. Click here: http://rank-rocket.example/offer?id=44121',
  ],
  [
    '',
    'Earn 3.2 % daily with our automated crypto trading robot 🚀🚀 Withdraw any time. Register now >>> https://moon-yield.test/join',
  ],
  [
    '',
    '<a href="http://cheap-pills.example">cheap pills</a> <a href="http://cheap-pills.example/2">no prescription</a> [url=http://cheap-pills.example]buy[/url]',
  ],
  [
    'Backlinks DA 70+',
    'Dear Sir/Madam, we sell high quality backlinks from 500 blogs. Price list: http://link-barn.example/prices . Reply YES for discount 50%.',
  ],
  [
    '',
    'Congratulation! Your email was selected to receive 850.000,00 USD from a late client of our bank. Contact the barrister with your full name and phone.',
  ],
  ['', 'Hi dear I saw your profile and I think we can be good friends. Write me here http://sweet-talk.test/anna23'],
  ['', 'VIAGR4 c1alis best pr1ce ship worldwide discreet http://blue-shop.example'],
  [
    'Your domain expires',
    'FINAL NOTICE: the search listing of your domain expires today. Pay 289.00 at https://domain-office.example/pay to avoid interruption of service.',
  ],
  ['', 'bitcoin doubling event, send 0.1 get 0.2 back, only today, proof: https://double-coin.test'],
  ['', 'Лучшие ставки на спорт, бонус 100% http://stavka-bonus.example'],
  [
    '',
    'I am a professional hacker and have access to your device. Transfer 900 in coins within 48 hours or everybody sees the video.',
  ],
  [
    '1 million followers',
    'Buy real followers, likes, reviews. 5-star ratings for your business from 2 dollars!!! www.like-factory.example',
  ],
  ['', 'Best casino no deposit bonus 🎰🎰🎰 play now www.lucky-seven.test www.lucky-seven.test www.lucky-seven.test'],
  [
    'Loan offer',
    'Do you need an urgent loan at 2% interest? No collateral, no questions. Contact us today with your details.',
  ],
];

/** Everything people put in when the field is mandatory. */
export const emptyMessages: readonly string[] = [
  '',
  '',
  '',
  ' ',
  '.',
  '-',
  'Hi',
  'demo',
  'price?',
  'info',
  '??',
  'hello',
  'Test',
  'yes',
  '\u00a0',
  '…',
  'n/a',
  'call me',
];

export const testMessages: readonly string[] = [
  'asdf',
  'test',
  'asdf asdf asdf',
  'TEST - please ignore',
  'test 123 routing rule v2',
  'qwertz',
  'lorem ipsum dolor sit amet',
  'checking if the form works after the redesign',
  'abc',
  'xxx',
  'test lead DO NOT CALL',
  'testing 🧪',
];

export const employeeMessages: readonly string[] = [
  'Testing the new form on staging, please delete.',
  'Ignore, checking the thank-you mail.',
  'Customer asked me on the phone to fill this in for them, will add details later.',
  'demo lead for training of new colleagues',
  'Does the routing work now? Ben',
  'Booked on behalf of a visitor at the stand.',
  'form test mobile safari',
  'Checking the German translation of the form.',
];

/** Notes as they arrive with a list or from another system. */
export const importNotes: readonly string[] = [
  '',
  '',
  '',
  'Badge scan stand B12',
  'Badge scan. Wants brochure',
  'Purchased list Q2',
  'Webinar registrants, did not attend',
  'business card, handwriting unclear',
  'Met at dinner, call in autumn',
  'migrated from old CRM',
  'Talked to {rep} about {tool}',
  'asked for pricing at the stand, {team} users',
];

export const integrationNotes: readonly string[] = [
  'Signed up for trial via marketplace',
  'event=form_submit;form=guide-download;consent=unknown',
  '{"source":"product","plan":"trial","seats":{team},"locale":"{language}"}',
  'Created by sync job',
  'Invited by existing user',
  'Meeting booked through public link, 30 min',
  '',
];
