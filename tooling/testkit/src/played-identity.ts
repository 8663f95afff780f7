import { playService } from './play-service.ts';

interface Person {
  readonly name: string;
  readonly email: string;
  readonly locale?: string;
  readonly emailConfirmed?: boolean;
}

/** Plays Identity to what services ask it of people. */
export const playIdentity = async () => {
  const people = new Map<string, Person>();
  let isAway = false;
  const played = await playService((path) => {
    if (isAway) return { status: 503, body: { code: 'identity-unavailable' } };
    const id = /^\/internal\/v1\/users\/([^/]+)$/.exec(path)?.[1] ?? '';
    const found = people.get(id);
    if (!found) return { status: 404, body: { code: 'user-not-found' } };
    return { status: 200, body: { id, locale: 'en', emailConfirmed: true, ...found } };
  });
  return {
    config: { IDENTITY_URL: played.url, INTERNAL_SECRET: played.secret },
    know: (id: string, person: Person) => void people.set(id, person),
    forget: (id: string) => void people.delete(id),
    leave: () => void (isAway = true),
    comeBack: () => void (isAway = false),
    close: played.close,
  };
};
export type PlayedIdentity = Awaited<ReturnType<typeof playIdentity>>;
