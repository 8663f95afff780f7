import { topicsOf, type Backlog } from '@quayside/contracts';
import { groupLag, type KafkaClient } from '@quayside/messaging';
import { Gauge, kept, withDeadline, type Metrics } from '@quayside/runtime';

interface Told extends Pick<Backlog, 'waiting' | 'overdue' | 'members'> {
  readonly oldestAt?: Date | undefined;
}

/** Something in which work waits. */
export interface BacklogSource extends Pick<Backlog, 'kind' | 'name'> {
  tell(): Promise<Told>;
}

/** A queue of due work, by a name of the service's own. */
export const dueWorkBacklog = (name: string, queue: { backlog(): Promise<Told> }): BacklogSource => ({
  kind: 'due-work',
  name,
  tell: () => queue.backlog(),
});

/** What a consumer group of the shop has not read yet. */
export const groupBacklog = (kafka: KafkaClient, group: string): BacklogSource => ({
  kind: 'consumer',
  name: group,
  tell: () => groupLag(kafka, { group, topics: topicsOf(group) }),
});

const budgetMs = 900;
/** Whoever asks again sooner is told the same. */
const keptMs = 3000;

export interface ToldBacklogs {
  readonly backlogs: readonly Backlog[];
  /** Names of those that could not be told in time. */
  readonly untold: readonly string[];
}

/** Tells what waits, within a second: each source by itself, so that one that hangs keeps no other back. */
export const createBacklogs = (sources: readonly BacklogSource[]): (() => Promise<ToldBacklogs>) => {
  const underWay = new Map<BacklogSource, Promise<Told>>();
  /** One that hangs is not asked again before it has answered. */
  const tellOnce = (source: BacklogSource): Promise<Told> => {
    const asked = underWay.get(source) ?? source.tell().finally(() => underWay.delete(source));
    underWay.set(source, asked);
    return asked;
  };
  return kept(keptMs, async () => {
    const told = await Promise.all(
      sources.map((source) => withDeadline(() => tellOnce(source), budgetMs).catch(() => undefined)),
    );
    return {
      backlogs: sources.flatMap(({ kind, name }, at) => {
        const one = told[at];
        if (!one) return [];
        const { oldestAt, ...figures } = one;
        return [{ kind, name, ...figures, ...(oldestAt && { oldestAt: oldestAt.toISOString() }) }];
      }),
      untold: sources.filter((_, at) => !told[at]).map(({ kind, name }) => `${kind} ${name}`),
    };
  });
};

/** The same as gauges, so that an alert can say what the admin pages show. */
export const gaugeBacklogs = (metrics: Metrics, tell: () => Promise<ToldBacklogs>): void => {
  const figures = {
    backlog_waiting: { help: 'How much waits to be done', of: ({ waiting }: Backlog) => waiting },
    backlog_overdue: {
      help: 'How much should have been done a minute ago',
      of: ({ overdue }: Backlog) => overdue,
    },
    backlog_oldest_age_seconds: {
      help: 'For how long the oldest has waited',
      of: ({ oldestAt }: Backlog) => oldestAt && Math.max(0, (Date.now() - Date.parse(oldestAt)) / 1000),
    },
    consumer_group_members: {
      help: 'How many processes are in the consumer group',
      of: ({ members }: Backlog) => members,
    },
  };
  for (const [name, { help, of }] of Object.entries(figures))
    new Gauge({
      name,
      help,
      labelNames: ['kind', 'name'],
      registers: [metrics],
      async collect() {
        this.reset();
        for (const one of (await tell()).backlogs) {
          const figure = of(one);
          if (typeof figure === 'number') this.set({ kind: one.kind, name: one.name }, figure);
        }
      },
    });
};
