import { identityApi, type DeadLetterRow } from '@quayside/contracts';
import { ok, type Api } from '@quayside/http';
import type { DeadLetters, KeptLetter, LetterRow } from '../usecases/dead-letters.ts';
import type { createOrUnavailable } from './or-unavailable.ts';
import { actorOf } from './staff-routes.ts';

const longestPayload = 100_000;

const viewOf = ({ failedAt, settledAt, ...row }: LetterRow): DeadLetterRow => ({
  ...row,
  failedAt: failedAt.toISOString(),
  ...(settledAt && { settledAt: settledAt.toISOString() }),
});

const wholeOf = ({ message, ...row }: KeptLetter) => {
  const payload = message.value === null ? null : message.value.toString();
  return {
    ...viewOf(row),
    payload: payload === null ? null : payload.slice(0, longestPayload),
    isCut: payload !== null && payload.length > longestPayload,
    headers: Object.fromEntries(
      Object.entries(message.headers).map(([name, value]) => [name, value?.toString() ?? '']),
    ),
  };
};

/** What services could not handle: to look at, to send again, to leave be. */
export const serveDeadLetters = (
  api: Api,
  dependencies: {
    letters: DeadLetters;
    /** There is something to be sent. */
    onRedrive: () => void;
    orUnavailable: ReturnType<typeof createOrUnavailable>;
  },
): void => {
  const { letters, onRedrive, orUnavailable } = dependencies;
  const told = ({ items, changed }: { items: LetterRow[]; changed: number }) =>
    ok({ items: items.map(viewOf), changed });
  api.serve(identityApi, {
    listDeadLetters: async ({ query }) => {
      const { items, totalItems } = await orUnavailable(letters.list(query));
      return ok({ items: items.map(viewOf), page: query.page, pageSize: query.pageSize, totalItems });
    },
    findDeadLetter: async ({ params: { id } }) => ok(wholeOf(await orUnavailable(letters.find(id)))),
    redriveDeadLetters: async ({ body: { ids }, principal }) => {
      const decided = await orUnavailable(letters.decide({ ids, to: 'redriving' }, actorOf(principal)));
      onRedrive();
      return told(decided);
    },
    discardDeadLetters: async ({ body: { ids, reason }, principal }) =>
      told(await orUnavailable(letters.decide({ ids, reason, to: 'discarded' }, actorOf(principal)))),
  });
};
