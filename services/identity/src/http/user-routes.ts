import { identityApi } from '@quayside/contracts';
import { callerFacts, noContent, ok, problemOf, ProblemError, type Api } from '@quayside/http';
import type { SecurityLog } from '@quayside/runtime';
import type { User } from '../domain/user.ts';
import { createOrUnavailable } from './or-unavailable.ts';

interface Dependencies {
  accountOf: (id: string) => Promise<
    | (User & {
        registeredAt: Date;
        notes: readonly { at: Date; text: string }[];
        outsideSignIns: readonly { provider: string; email: string | null; createdAt: Date }[];
      })
    | undefined
  >;
  deleteUser: (id: string) => Promise<boolean>;
  security: SecurityLog;
  /** Whether an error means that the database is out of reach or busy. */
  isAway: (error: unknown) => boolean;
}

const notFound = problemOf('user-not-found', identityApi.problems['user-not-found']);

/** Users, for services that are to write to them, and for the gateway on behalf of whom it knows by their session. */
export const serveUsers = (api: Api, { accountOf, deleteUser, isAway, security }: Dependencies): void => {
  const orUnavailable = createOrUnavailable(isAway);
  const found = async (id: string) => {
    const account = await orUnavailable(accountOf(id));
    if (!account) throw new ProblemError(notFound);
    return account;
  };
  api.serve(identityApi, {
    readUser: async ({ params }) => {
      const { id, name, email, locale, emailConfirmed } = await found(params.id);
      return ok({ id, name, email, locale, emailConfirmed });
    },
    readAccount: async ({ params }) => {
      const { id, name, email, locale, emailConfirmed, roles, registeredAt, notes, outsideSignIns } =
        await found(params.id);
      return ok({
        ...{
          id,
          name,
          email,
          locale,
          emailConfirmed,
          roles: [...roles],
          registeredAt: registeredAt.toISOString(),
        },
        notes: notes.map(({ at, text }) => ({ at: at.toISOString(), text })),
        outsideSignIns: outsideSignIns.map(({ provider, email: known, createdAt }) => ({
          ...{ provider, createdAt: createdAt.toISOString() },
          ...(known !== null && { email: known }),
        })),
      });
    },
    deleteUser: async ({ params, req }) => {
      const wasThere = await orUnavailable(deleteUser(params.id));
      if (wasThere)
        security.note('user_deleted', { ...callerFacts(req), userId: params.id, reason: 'by-owner' });
      return noContent();
    },
  });
};
