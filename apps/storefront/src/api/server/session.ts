import 'server-only';
import type { Session } from '@quayside/contracts';
import { forbidden, redirect } from 'next/navigation';
import { readFrame } from './screens.ts';

export type User = NonNullable<Session['user']>;

export const readUser = async (): Promise<User | undefined> => {
  const frame = await readFrame();
  return frame?.ok ? frame.data.user : undefined;
};

export const requireUser = async (returnTo: string): Promise<User> =>
  (await readUser()) ?? redirect(`/auth/login?returnTo=${encodeURIComponent(returnTo)}`);

export const requireAdmin = async (returnTo: string): Promise<User> => {
  const user = await requireUser(returnTo);
  if (!user.roles.includes('admin')) forbidden();
  return user;
};
