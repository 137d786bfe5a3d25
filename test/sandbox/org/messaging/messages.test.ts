import { describe, expect, it } from '@jest/globals';
import { beginOrg } from '../change/begin-org.ts';

const email = (more: string) => `Messaging.SingleEmailMessage email = new Messaging.SingleEmailMessage();
  email.setSubject('Your lead'); email.setPlainTextBody('Call her'); ${more}`;
const send = 'List<Messaging.SendEmailResult> results = Messaging.sendEmail(new List<Messaging.Email>{ email });';

describe('Messaging.sendEmail', () => {
  it('leaves the email with the org, once its transaction has ended well', () => {
    const { org, run } = beginOrg();
    const whole = `${email("email.setToAddresses(new List<String>{ 'ada@example.com' }); email.setCcAddresses(new List<String>{ 'bob@example.com' }); email.setHtmlBody('<b>Call</b>'); email.setSaveAsActivity(false); email.setWhatId(null); email.setReplyTo('ops@example.com'); email.setSenderDisplayName('Ops');")} ${send}`;
    expect(run(`${whole} Integer x = 1 / (0 * 1); return null;`)).toContain('Divide by 0');
    expect(org.emails).toEqual([]);
    expect(
      run(
        `${whole} return results[0].isSuccess() + ' ' + Limits.getEmailInvocations() + '/' + Limits.getLimitEmailInvocations();`,
      ),
    ).toBe('true 1/10');
    expect(org.emails).toEqual([
      {
        to: ['ada@example.com'],
        cc: ['bob@example.com'],
        bcc: [],
        replyTo: 'ops@example.com',
        senderName: 'Ops',
        orgWideAddressId: null,
        subject: 'Your lead',
        plainText: 'Call her',
        html: '<b>Call</b>',
        targetId: null,
        whatId: null,
        savesActivity: false,
        attachments: [],
      },
    ]);
  });

  it('refuses what the platform would refuse, as an exception or as a result', () => {
    const { org, run } = beginOrg();
    expect(run(`${email('')} ${send} return null;`)).toBe(
      'System.EmailException: SendEmail failed. First exception on row 0; first error: REQUIRED_FIELD_MISSING, Add a recipient to send an email.: []',
    );
    expect(
      run(
        `${email("email.setToAddresses(new List<String>{ 'nobody' });")} List<Messaging.SendEmailResult> results = Messaging.sendEmail(new List<Messaging.Email>{ email }, false);
        return results[0].isSuccess() + ' ' + results[0].getErrors()[0].getStatusCode() + ' ' + results[0].getErrors()[0].getMessage();`,
      ),
    ).toBe('false INVALID_EMAIL_ADDRESS Email address is invalid: nobody');
    expect(run(`${email('email.setTargetObjectId(UserInfo.getUserId());')} ${send} return null;`)).toContain(
      'INVALID_SAVE_AS_ACTIVITY_FLAG',
    );
    expect(
      run(
        `${email('email.setTargetObjectId(UserInfo.getUserId()); email.setSaveAsActivity(false);')} ${send} return results.size();`,
      ),
    ).toBe('1');
    expect(org.emails.map((each) => each.targetId)).toEqual(['005000000000001AAA']);
  });

  it('is called ten times by a transaction at most', () => {
    const { run } = beginOrg();
    expect(
      run(
        `for (Integer i = 0; i < 11; i++) { ${email("email.setToAddresses(new List<String>{ 'ada@example.com' });")} ${send} } return null;`,
      ),
    ).toBe('System.LimitException: Too many Email Invocations: 11');
  });
});

describe('a custom notification', () => {
  it('is left with the org', () => {
    const { org, run } = beginOrg();
    const notification = `Messaging.CustomNotification bell = new Messaging.CustomNotification();
      bell.setTitle('New lead'); bell.setBody('Ada waits'); bell.setNotificationTypeId('0ML000000000001AAA'); bell.setTargetId(UserInfo.getUserId());`;
    run(`${notification} bell.send(new Set<String>{ UserInfo.getUserId() }); return null;`);
    expect(org.messages.notifications).toEqual([
      {
        typeId: '0ML000000000001AAA',
        title: 'New lead',
        body: 'Ada waits',
        targetId: '005000000000001AAA',
        pageReference: null,
        recipientIds: ['005000000000001AAA'],
      },
    ]);
    expect(
      run('new Messaging.CustomNotification().send(new Set<String>{ UserInfo.getUserId() }); return null;'),
    ).toContain('needs a type, a title, a body');
  });
});

describe('a callout', () => {
  const call = `HttpRequest request = new HttpRequest(); request.setEndpoint('https://example.com/leads'); request.setMethod('POST');
    request.setHeader('X-Name', 'Ada'); request.setBody('hello'); HttpResponse response = new Http().send(request);`;
  const callOut = ({
    method,
    endpoint,
    headers,
    body,
  }: Parameters<NonNullable<Parameters<typeof beginOrg>[2]>['callOut'] & object>[0]) => {
    if (endpoint.endsWith('broken')) {
      throw new Error('Read timed out');
    }
    return {
      statusCode: 201,
      status: 'Created',
      headers: { Answer: headers['X-Name'] ?? '' },
      body: `${method} ${String(body.length)}`,
    };
  };

  it('is answered by the option callOut, and unsupported without it', () => {
    const { run } = beginOrg([], [], { callOut });
    expect(
      run(
        `${call} return response.getStatusCode() + response.getStatus() + response.getHeader('answer') + response.getBody() + Limits.getCallouts();`,
      ),
    ).toBe('201CreatedAdaPOST 51');
    expect(run(`${call.replace('/leads', '/broken')} return null;`)).toBe('System.CalloutException: Read timed out');
    expect(() => beginOrg().run(`${call} return null;`)).toThrow('Http.send');
  });

  it('is refused while there is uncommitted work, and in triggers', () => {
    const uncommitted =
      'System.CalloutException: You have uncommitted work pending. Please commit or rollback before calling out';
    const { run } = beginOrg([`trigger Calls on Lead (after insert) { ${call} }`], [], { callOut });
    expect(run(`insert new Log__c(Text__c = 'x'); ${call} return null;`)).toBe(uncommitted);
    expect(
      run(
        `Savepoint start = Database.setSavepoint(); insert new Log__c(Text__c = 'x'); Database.rollback(start); ${call} return response.getStatusCode();`,
      ),
    ).toBe('201');
    expect(run("insert new Lead(LastName = 'x', Company = 'y'); return null;")).toContain('Callout from triggers');
    expect(
      run(
        `for (Integer i = 0; i < 101; i++) { ${call.replace('HttpRequest request', 'HttpRequest request')} } return null;`,
      ),
    ).toBe('System.LimitException: Too many callouts: 101');
  });
});
