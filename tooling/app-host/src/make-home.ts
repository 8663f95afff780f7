import { access, constants, mkdir, realpath } from 'node:fs/promises';

import { HostError } from './host-error.ts';

/**
 * The folder of the data, made if it is not there, as the path its processes have for it.
 *
 * @throws HostError when nothing can be written there
 */
export async function makeHome(home: string): Promise<string> {
  try {
    await mkdir(home, { recursive: true });
    await access(home, constants.W_OK);
    return await realpath(home);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new HostError(`Cannot keep data in ${home} (${code}): choose another folder with --home`, {
      cause: error,
    });
  }
}
