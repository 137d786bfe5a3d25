import { describeException } from '../../apex/library/exception/exceptions.ts';
import { callInstallHandler, callUninstallHandler, readVersion } from '../../apex/library/system/install-handlers.ts';
import { ApexException } from '../../apex/run/apex-object.ts';
import type { Program } from '../../apex/run/program.ts';
import type { InMemoryOrg } from '../in-memory-org.ts';
import { DeployProblems } from './deploy-problems.ts';

interface Installed {
  readonly org: InMemoryOrg;
  readonly program: Program;
}

/** How a post-install script is called. */
export interface InstallRequest {
  /** A class that implements InstallHandler and has a constructor without parameters. */
  readonly className: string;
  /** `1.2` or `1.2.3`, where an earlier version is there; null on a first installation. */
  readonly previousVersion?: string | null;
  /** Whether the publisher pushes the version to the org. */
  readonly isPush?: boolean;
}

/**
 * Runs a post-install script in a transaction of its own. Throws DeployProblems where it fails, with nothing kept of what it did:
 * runInstallHandler({ org, program }, { className: 'AfterInstall', previousVersion: '1.4' }).
 */
export function runInstallHandler(installed: Installed, request: InstallRequest): void {
  const { className, previousVersion = null, isPush = false } = request;
  const failure = attempt(installed, className, (handler) =>
    callInstallHandler(handler, { previousVersion: readVersion(previousVersion), isPush }),
  );
  if (failure !== null) {
    throw new DeployProblems([`The post install script failed: ${describeException(failure)}`]);
  }
}

/**
 * Runs an uninstall script in a transaction of its own. As documented a failure does not keep the package: its changes are undone,
 * and what it threw is given back as text; null where it went well.
 */
export function runUninstallHandler(installed: Installed, className: string): string | null {
  const failure = attempt(installed, className, callUninstallHandler);
  return failure === null ? null : describeException(failure);
}

function attempt(
  { org, program }: Installed,
  className: string,
  call: (handler: object) => void,
): ApexException | null {
  const { environment } = org.changes;
  const now = environment.now();
  const transaction = program.begin({ now, timeZone: environment.timeZone() });
  try {
    org.transact(() => transaction.within(() => call(transaction.construct(program.typeOf(className)) as object)));
    return null;
  } catch (thrown) {
    if (thrown instanceof ApexException) {
      return thrown;
    }
    throw thrown;
  }
}
