import 'server-only';
import { gatewayApi, type Session } from '@quayside/contracts';
import { forbidden, redirect } from 'next/navigation';
import { cache } from 'react';
import { hasSession, readGateway } from './gateway.ts';

export type User = NonNullable<Session['user']>;

/** Asked once per page however many components want to know. */
export const readUser = cache(async (): Promise<User | undefined> => {
  if (!(await hasSession())) return undefined;
  const result = await readGateway(gatewayApi.routes.getSession, {});
  return result.ok && result.data.authenticated ? result.data.user : undefined;
});

export const requireUser = async (returnTo: string): Promise<User> =>
  (await readUser()) ?? redirect(`/auth/login?returnTo=${encodeURIComponent(returnTo)}`);

export const requireAdmin = async (returnTo: string): Promise<User> => {
  const user = await requireUser(returnTo);
  if (!user.roles.includes('admin')) forbidden();
  return user;
};
