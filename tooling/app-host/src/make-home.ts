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

/**
 * Building, and running from source, writes beside the sources.
 *
 * @throws HostError when the checkout cannot be written
 */
export async function requireWritable(checkout: string): Promise<void> {
  try {
    await access(checkout, constants.W_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new HostError(
      `The checkout ${checkout} cannot be written by this user (${code}): clone it into a folder of your own`,
      { cause: error },
    );
  }
}
