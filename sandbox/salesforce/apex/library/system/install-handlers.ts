import { execution } from '../../run/execution.ts';
import { mangle } from '../define.ts';
import { raise, raiseNullArgument } from '../raise.ts';
import { ApexId, readId } from '../text/apex-id.ts';
import { PlatformObject, setTypeOf } from './platform-object.ts';
import { userInfoMembers } from './running-user.ts';
import { ApexVersion } from './version.ts';

/** What a post-install script is told. */
export interface Installation {
  /** Null where the package was not there before. */
  readonly previousVersion: ApexVersion | null;
  readonly isPush: boolean;
}

class InstallContext extends PlatformObject {
  readonly installation: Installation;

  static {
    setTypeOf(this, 'System.InstallContext');
  }

  constructor(installation: Installation) {
    super();
    this.installation = installation;
  }

  organizationid$(): ApexId {
    return idOf('String getOrganizationId()');
  }

  installerid$(): ApexId {
    return idOf('String getUserId()');
  }

  isupgrade$(): boolean {
    return this.installation.previousVersion !== null;
  }

  ispush$(): boolean {
    return this.installation.isPush;
  }

  previousversion$(): ApexVersion | null {
    return this.installation.previousVersion;
  }
}

class UninstallContext extends PlatformObject {
  static {
    setTypeOf(this, 'System.UninstallContext');
  }

  organizationid$(): ApexId {
    return idOf('String getOrganizationId()');
  }

  uninstallerid$(): ApexId {
    return idOf('String getUserId()');
  }
}

/** An id that UserInfo knows. */
function idOf(member: string): ApexId {
  const read = userInfoMembers[member];
  const id = typeof read === 'function' ? readId(String(read())) : null;
  if (id === null) {
    throw new Error(`UserInfo has no id for ${member}.`);
  }
  return new ApexId(id);
}

const onInstall = mangle('onInstall', ['InstallContext']);
const onUninstall = mangle('onUninstall', ['UninstallContext']);

/** Calls a post-install script: callInstallHandler(handler, { previousVersion: null, isPush: false }). */
export function callInstallHandler(handler: object, installation: Installation): void {
  callHandler(handler, onInstall, 'InstallHandler', new InstallContext(installation));
}

/** Calls an uninstall script. */
export function callUninstallHandler(handler: object): void {
  callHandler(handler, onUninstall, 'UninstallHandler', new UninstallContext());
}

function callHandler(handler: object, method: string, interfaceName: string, context: PlatformObject): void {
  const run = (handler as Record<string, unknown>)[method];
  if (typeof run !== 'function') {
    raise('System.TypeException', `The class does not implement the ${interfaceName} interface.`);
  }
  run.call(handler, context);
}

/** `1.2.3` as a System.Version; null stays null. Throws where it is no version. */
export function readVersion(text: string | null): ApexVersion | null {
  if (text === null) {
    return null;
  }
  const [major, minor, patch] = /^\d+\.\d+(?:\.\d+)?$/.test(text) ? text.split('.').map(Number) : [];
  if (major === undefined || minor === undefined) {
    throw new Error(`"${text}" is no version. It is written 1.2 or 1.2.3.`);
  }
  return new ApexVersion(major, minor, patch ?? null);
}

/** Test.testInstall: within the test's own transaction. */
export function testInstall(handler: object | null, version: ApexVersion | null, isPush: boolean | null = false): void {
  refuseOutsideTests();
  callInstallHandler(handler ?? raiseNullArgument(), { previousVersion: version, isPush: isPush ?? false });
}

/** Test.testUninstall */
export function testUninstall(handler: object | null): void {
  refuseOutsideTests();
  callUninstallHandler(handler ?? raiseNullArgument());
}

function refuseOutsideTests(): void {
  if (!execution().isRunningTest()) {
    raise('System.TypeException', 'This method can only be used in a test.');
  }
}
