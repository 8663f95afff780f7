import { etagOf, identityApi, staffRole, type AdminUser } from '@quayside/contracts';
import { callerFacts, ok, type Api, type Principal } from '@quayside/http';
import type { AuditPage, AuditQuery, SecurityLog } from '@quayside/runtime';
import { StaleVersion } from '../domain/errors.ts';
import type { GiveRoles } from '../usecases/give-roles.ts';
import type { Actor, People, Person } from '../usecases/people.ts';
import type { createOrUnavailable } from './or-unavailable.ts';

interface Dependencies {
  people: People;
  giveRoles: GiveRoles;
  readAudit: (query: AuditQuery) => Promise<AuditPage>;
  security: SecurityLog;
  orUnavailable: ReturnType<typeof createOrUnavailable>;
}

/** Who calls, as the audit log knows people. */
export const actorOf = ({ id, name }: Principal): Actor => ({ id, name });

const viewOf = ({ id, name, email, roles, registeredAt, isDisabled, version }: Person): AdminUser => ({
  ...{ id, name, email, isDisabled, version },
  roles: staffRole.options.filter((role) => roles.includes(role)),
  registeredAt: registeredAt.toISOString(),
});

/** Who is on the staff, and what they may do. */
export const serveStaff = (api: Api, dependencies: Dependencies): void => {
  const { people, giveRoles, readAudit, security, orUnavailable } = dependencies;
  const answer = (person: Person) => ok(viewOf(person), { etag: etagOf(person.version) });
  api.serve(identityApi, {
    listUsers: async ({ query }) => {
      const { items, ...found } = await orUnavailable(people.list(query));
      return ok({ items: items.map(viewOf), page: query.page, pageSize: query.pageSize, ...found });
    },
    findUser: async ({ params: { id } }) => answer(await orUnavailable(people.find(id))),
    giveRoles: async ({ params: { id }, headers, body, principal, req }) => {
      const given = { id, by: actorOf(principal), expectedVersion: headers['if-match'], ...body };
      try {
        const person = await orUnavailable(giveRoles(given));
        const detail = { roles: person.roles.join(' ') };
        security.note('privilege_permissions_changed', { ...callerFacts(req), onUserId: id, detail });
        return answer(person);
      } catch (error) {
        throw error instanceof StaleVersion ? new StaleVersion(viewOf(error.extra.current as Person)) : error;
      }
    },
    readIdentityAudit: async ({ query }) => ok(await orUnavailable(readAudit(query))),
  });
};
