import { backingTitles } from './backing.ts';
import type { BackingName } from './backing.ts';
import type { PortHolder } from './port-holder.ts';

/** Base of everything this library throws on purpose. The message is one line a person can act on. */
export abstract class BackingError extends Error {
  abstract readonly code: string;
  readonly service: BackingName;

  constructor(service: BackingName, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
    this.service = service;
  }
}

/** The port a service was told to use is taken. */
export class BackingPortInUse extends BackingError {
  readonly code = 'backing-port-in-use' as const;
  readonly port: number;
  readonly holder: PortHolder | undefined;

  constructor(service: BackingName, port: number, holder: PortHolder | undefined) {
    const by = holder ? ` by pid ${holder.pid} (${holder.command})` : '';
    super(service, `Port ${port} for ${backingTitles[service]} is already in use${by}`);
    this.port = port;
    this.holder = holder;
  }
}

/** Something has to be installed first. */
export class BackingPrerequisiteMissing extends BackingError {
  readonly code = 'backing-prerequisite-missing' as const;
}

/** Another living process uses the same data folder. */
export class BackingDataInUse extends BackingError {
  readonly code = 'backing-data-in-use' as const;
}

/** The service did not start or did not become healthy. The message carries the line of its log that tells why. */
export class BackingStartFailed extends BackingError {
  readonly code = 'backing-start-failed' as const;
}

/** What is in the data folder cannot be used by this program or this user. */
export class BackingDataUnfit extends BackingError {
  readonly code = 'backing-data-unfit' as const;

  constructor(service: BackingName, dir: string, why: string, options?: ErrorOptions) {
    const title = backingTitles[service];
    super(
      service,
      `${title} cannot use the data in ${dir}: ${why}. Delete that folder (\`pnpm dev --reset\` deletes all data), or keep it and use another (--home)`,
      options,
    );
  }
}
