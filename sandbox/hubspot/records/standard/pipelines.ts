export type PipelineStage = {
  readonly id: string;
  readonly label: string;
  readonly displayOrder: number;
  readonly metadata: { readonly [key: string]: string };
};

export type Pipeline = {
  readonly id: string;
  readonly label: string;
  readonly displayOrder: number;
  readonly stages: readonly PipelineStage[];
};

/** The pipelines that every portal begins with, by object type. */
export const standardPipelines: { readonly [objectTypeId: string]: readonly Pipeline[] } = {
  '0-3': [
    {
      id: 'default',
      label: 'Sales Pipeline',
      displayOrder: 0,
      stages: [
        dealStage('appointmentscheduled', 'Appointment Scheduled', 0, '0.2'),
        dealStage('qualifiedtobuy', 'Qualified To Buy', 1, '0.4'),
        dealStage('presentationscheduled', 'Presentation Scheduled', 2, '0.6'),
        dealStage('decisionmakerboughtin', 'Decision Maker Bought-In', 3, '0.8'),
        dealStage('contractsent', 'Contract Sent', 4, '0.9'),
        dealStage('closedwon', 'Closed Won', 5, '1.0'),
        dealStage('closedlost', 'Closed Lost', 6, '0.0'),
      ],
    },
  ],
  '0-136': [
    {
      id: 'lead-pipeline-id',
      label: 'Lead pipeline',
      displayOrder: 0,
      stages: [
        leadStage('new-stage-id', 'New', 0, 'NEW'),
        leadStage('attempting-stage-id', 'Attempting', 1, 'IN_PROGRESS'),
        leadStage('connected-stage-id', 'Connected', 2, 'IN_PROGRESS'),
        leadStage('qualified-stage-id', 'Qualified', 3, 'QUALIFIED'),
        leadStage('unqualified-stage-id', 'Disqualified', 4, 'UNQUALIFIED'),
      ],
    },
  ],
};

function dealStage(id: string, label: string, displayOrder: number, probability: string): PipelineStage {
  const isClosed = id === 'closedwon' || id === 'closedlost';
  return { id, label, displayOrder, metadata: { isClosed: String(isClosed), probability } };
}

function leadStage(id: string, label: string, displayOrder: number, leadState: string): PipelineStage {
  const isClosed = leadState === 'QUALIFIED' || leadState === 'UNQUALIFIED';
  return { id, label, displayOrder, metadata: { isClosed: String(isClosed), leadState } };
}

/** The property that holds the pipeline of such a record, and the one that holds its stage. */
export const pipelineProperties: {
  readonly [objectTypeId: string]: { readonly pipeline: string; readonly stage: string };
} = {
  '0-3': { pipeline: 'pipeline', stage: 'dealstage' },
  '0-136': { pipeline: 'hs_pipeline', stage: 'hs_pipeline_stage' },
};
