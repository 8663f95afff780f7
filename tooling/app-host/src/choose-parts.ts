import type { BackingName } from '@quayside/backing-services';

import type { HostArguments } from './arguments.ts';
import type { HostConfig } from './config.ts';
import type { Part } from './part.ts';
import { parts } from './parts.ts';

/** The parts of this run: those asked for, without the mail catcher when somebody else takes the mail. */
export function chooseParts(args: HostArguments, config: HostConfig): Part[] {
  const mailElsewhere = args.compose || config.smtpUrl !== undefined;
  return parts
    .filter((part) => args.only.length === 0 || args.only.includes(part.name))
    .filter((part) => part.name !== 'mail' || !mailElsewhere);
}

/** The backing services that any of `parts` needs. */
export const backingsOf = (parts: readonly Part[]): BackingName[] => [
  ...new Set(parts.flatMap(({ needs }) => needs)),
];
