import { randomUUID } from 'node:crypto';
import { deadLetterTopic } from './ensure-topics.ts';
import type { KafkaClient } from './kafka-client.ts';
import type { KafkaAdmin } from './kafka-driver.ts';
import { tailTopics, type TailedMessage } from './topic-tail.ts';

interface FormerTopicOptions {
  /** Without the prefix, as the groups are. */
  readonly topic: string;
  /** Who read it. */
  readonly readers: readonly string[];
  /** Whether the data of an event is of the form that is not to be kept. */
  isFormer(data: object): boolean;
}

export interface FormerTopic {
  /** Why it cannot go yet, each with what to do about it. */
  faults(options: { mayForgetDeadLetters: boolean }): Promise<readonly string[]>;
  /** Deletes the topic and its dead letters, where such an event is in them; answers how many topics that were. */
  remove(): Promise<number>;
}

/** How long a broker may take for the next message. */
const patienceMs = 60_000;

const dataOf = (value: Buffer | string | null): object | undefined => {
  try {
    const data: unknown = JSON.parse(String(value));
    return typeof data === 'object' && data !== null ? data : undefined;
  } catch {
    return undefined;
  }
};

/**
 * A topic with events of a form that must not be kept. Whoever publishes on it makes it anew at the next start. Topics are
 * deleted and not emptied, since a broker keeps the file of emptied ones until it is full.
 */
export const createFormerTopic = (
  kafka: KafkaClient,
  { topic, readers, isFormer }: FormerTopicOptions,
): FormerTopic => {
  const letters = readers.map((group) => deadLetterTopic(topic, group));

  const withAdmin = async <T>(work: (admin: KafkaAdmin, existing: ReadonlySet<string>) => Promise<T>) => {
    const admin = await (await kafka.driver()).admin();
    try {
      return await work(admin, new Set(await admin.listTopics()));
    } finally {
      await admin.close();
    }
  };

  /** What nobody has read is all there is. */
  const countIn = (name: string) =>
    withAdmin(async (admin, existing) =>
      existing.has(kafka.prefixed(name))
        ? (await admin.lagOf(kafka.prefixed(`nobody-${randomUUID()}`), [kafka.prefixed(name)])).waiting
        : 0,
    );

  /** How many events of that form are in it; what cannot be read is taken for one. */
  const countFormer = async (name: string): Promise<number> => {
    const all = await countIn(name);
    if (all === 0) return 0;
    const seen = Promise.withResolvers<void>();
    const giveUp = () => seen.reject(new Error(`${name} could not be read to its end`));
    const watch = setTimeout(giveUp, patienceMs);
    let [read, former] = [0, 0];
    const onMessage = ({ value }: TailedMessage): void => {
      watch.refresh();
      read += 1;
      const data = dataOf(value);
      if (!data || isFormer(data)) former += 1;
      if (read >= all) seen.resolve();
    };
    try {
      const tail = await tailTopics(kafka, { topics: [name], onMessage });
      await seen.promise.finally(() => tail.close());
      return former;
    } finally {
      clearTimeout(watch);
    }
  };

  const standingOf = (group: string) =>
    withAdmin(async (admin, existing) => {
      const names = [kafka.prefixed(topic)].filter((name) => existing.has(name));
      return admin.lagOf(kafka.prefixed(group), names);
    });

  return {
    async faults({ mayForgetDeadLetters }) {
      const former = await countFormer(topic);
      const faults: string[] = [];
      for (const group of readers) {
        const { members, waiting } = await standingOf(group);
        if (members > 0)
          faults.push(`${group} still runs: its consumer group has ${members} member(s). Stop it`);
        if (former > 0 && waiting > 0)
          faults.push(`${group} has not read ${waiting} event(s) of ${topic}. Let it, and stop it then`);
      }
      for (const name of mayForgetDeadLetters ? [] : letters) {
        const count = await countFormer(name);
        if (count > 0)
          faults.push(
            `${count} dead letter(s) in ${name} name people. Look at them, and set FORGET_DEAD_LETTERS=true`,
          );
      }
      return faults;
    },
    async remove() {
      const gone: string[] = [];
      for (const name of [topic, ...letters])
        if ((await countFormer(name)) > 0) gone.push(kafka.prefixed(name));
      if (gone.length > 0) await withAdmin((admin) => admin.deleteTopics(gone));
      return gone.length;
    },
  };
};
