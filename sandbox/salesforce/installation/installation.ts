import type { Connection } from 'jsforce';
import type { Program } from '../apex/run/program.ts';
import type { ConnectedOrg } from '../org/http/connect-in-memory-org.ts';
import type { InMemoryOrg } from '../org/in-memory-org.ts';
import type { ApiNames } from './api-names.ts';

/** Signalbox, installed in a stand-in org that answers over HTTP. */
export type Installation = {
  readonly org: InMemoryOrg;
  readonly program: Program;
  readonly connected: ConnectedOrg;
  readonly url: string;
  readonly names: ApiNames;
  readonly namespace: string | null;
  /** As the administrator who installed it. */
  readonly admin: Connection;
  /** A connection as another user: connectAs('ana@reps.example'). */
  readonly connectAs: (username: string) => Connection;
  readonly close: () => Promise<void>;
};
