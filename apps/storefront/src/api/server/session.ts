import 'server-only';
import type { Session } from '@quayside/contracts';
import { forbidden, redirect } from 'next/navigation';
import { readFrame } from './frame.ts';
import { signInPath } from '../sign-in-path.ts';

export type User = NonNullable<Session['user']>;

export const readUser = async (): Promise<User | undefined> => {
  const frame = await readFrame();
  return frame?.ok ? frame.data.user : undefined;
};

export const requireUser = async (returnTo: string): Promise<User> =>
  (await readUser()) ?? redirect(signInPath(returnTo));

const staffRoles: readonly User['roles'][number][] = ['admin', 'support', 'merchandiser'];

/** Whether somebody has work to do in the pages that run the shop. */
export const isStaff = ({ roles }: User): boolean => staffRoles.some((role) => roles.includes(role));

export const requireStaff = async (returnTo: string): Promise<User> => {
  const user = await requireUser(returnTo);
  if (!isStaff(user)) forbidden();
  return user;
};
