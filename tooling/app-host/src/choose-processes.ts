import type { BackingName } from '@quayside/backing-services';

import type { HostArguments } from './arguments.ts';
import type { HostConfig } from './config.ts';
import type { HostedProcess } from './hosted-process.ts';
import { processes } from './processes.ts';

/** The processes of this run: those asked for, without the mail catcher when somebody else takes the mail. */
export function chooseProcesses(args: HostArguments, config: HostConfig): HostedProcess[] {
  const mailElsewhere = config.smtpUrl !== undefined;
  return processes
    .filter((hosted) => args.only.length === 0 || args.only.includes(hosted.name))
    .filter((hosted) => hosted.name !== 'mail' || !mailElsewhere);
}

/** The backing services that any of `processes` needs. */
export const backingsOf = (processes: readonly HostedProcess[]): BackingName[] => [
  ...new Set(processes.flatMap(({ needs }) => needs)),
];
