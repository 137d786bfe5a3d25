import type {
  ApexRequest,
  LightningAnswer,
  RecordRequest,
} from '../../../sandbox/salesforce/lightning/serve/answer-question.ts';
import type { LightningPage, LightningUser } from '../../../sandbox/salesforce/lightning/serve/page.ts';

export const leadId = '00Q000000000001AAA';
export const otherLeadId = '00Q000000000002AAA';

export const users: LightningUser[] = [
  { id: '005000000000001AAA', name: 'Ana Example', timeZone: 'Europe/Madrid', customPermissions: ['SampleOverride'] },
  { id: '005000000000002AAA', name: 'Ben Example', timeZone: 'America/New_York' },
];

/** Two leads with a sample card each. */
export const pages: LightningPage[] = [leadId, otherLeadId].map((id, index) => ({
  path: `/record/Lead/${id}`,
  title: index === 0 ? 'Jo <Example>' : 'Kim Other',
  subtitle: 'Lead',
  icon: 'standard:lead',
  highlights: [{ label: 'Company', value: 'Example & Sons' }],
  components: [
    { name: 'sampleCard' },
    { name: 'samplePanel', region: 'side', props: { lines: ['placed by </script>', 'a page'] } },
  ],
}));

/** An org that counts its decisions and remembers what it was asked. */
export class SampleOrg {
  readonly asked: (ApexRequest | RecordRequest)[] = [];
  decisions = 0;
  company = 'Example & Sons';

  answerApex = (request: ApexRequest): Promise<LightningAnswer> => {
    this.asked.push(request);
    if (request.method === 'decide') {
      this.decisions += 1;
      return Promise.resolve({ data: { bucket: this.#bucket() } });
    }
    if (request.params['recordId'] === otherLeadId) {
      return Promise.resolve({
        error: { message: 'You may not see this lead.', exceptionType: 'System.NoAccessException' },
      });
    }
    return Promise.resolve({
      data: {
        bucket: this.#bucket(),
        points: 72,
        decidedAt: '2026-07-01T10:30:00.000Z',
        lines: ['asked for a price'],
        reasons: [
          { code: 'FIT1', text: 'Company of the right size', points: 40 },
          { code: 'ENG1', text: 'Asked for a price', points: 32 },
        ],
      },
    });
  };

  answerRecord = (request: RecordRequest): Promise<LightningAnswer> => {
    this.asked.push(request);
    if (request.kind === 'update') this.company = String(request.fields['Company']);
    const fields = { Company: { value: this.company, displayValue: null } };
    return Promise.resolve({ data: { id: request.recordId, apiName: 'Lead', fields } });
  };

  #bucket(): string {
    return this.decisions === 0 ? 'warm' : 'hot';
  }
}
