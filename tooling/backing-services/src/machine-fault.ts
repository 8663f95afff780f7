import { BackingError } from './backing-error.ts';

/** Something about this machine that a person can mend. The message is one line: what it is and what to do. */
export class MachineFault extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'MachineFault';
  }
}

const writing = 'give this user the right to it, or work in a folder of your own';

/** What the system's own error codes mean here; `what` is a path, an address or a program. */
const meanings: Record<string, (what: string) => string> = {
  ENOSPC: (what) => `No space left for ${what}: free some, or work on another disk`,
  EDQUOT: (what) => `The disk quota does not allow ${what}: free some, or work on another disk`,
  EROFS: (what) => `${what} is on a read-only file system: work in a folder that can be written`,
  EACCES: (what) => `No permission for ${what}: ${writing}`,
  EPERM: (what) => `No permission for ${what}: ${writing}`,
  ENAMETOOLONG: (what) => `${what} is too long for this system: work in a folder with a shorter path`,
  EMFILE: (what) => `Too many open files for ${what}: raise the limit (ulimit -n)`,
  ENFILE: (what) => `Too many open files for ${what}: raise the limit (sysctl fs.file-max)`,
  EAGAIN: (what) => `No process can be started for ${what}: raise the limit (ulimit -u), or end others`,
  ENOMEM: (what) => `No memory left for ${what}: free some`,
  EADDRNOTAVAIL: (what) =>
    `${what} is not an address of this machine: bring its loopback up (ip link set lo up)`,
  EAFNOSUPPORT: (what) => `${what} cannot be used, this machine has no IPv4: allow it on the loopback`,
};

/**
 * The one line a person can act on, for faults of the machine: what this library throws on purpose, and errors of
 * the operating system. Undefined for anything else, which is a fault of ours.
 */
export function explainFault(error: unknown): string | undefined {
  if (error instanceof MachineFault || error instanceof BackingError) return error.message;
  const { code, syscall, path, address, message } = (error ?? {}) as NodeJS.ErrnoException & {
    address?: string;
  };
  if (!code || !syscall) return undefined;
  if (code === 'ENOENT' && syscall.startsWith('spawn')) return `${path} is not on the PATH: install it`;
  return meanings[code]?.(path ?? address ?? syscall) ?? message;
}
