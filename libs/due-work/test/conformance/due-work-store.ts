import type { ClaimedWork, DueWorkQueue } from '../../src/index.ts';

export type TestKind = 'ring' | 'remind';

/** A store that holds due work, seen the way a service uses it. */
export interface DueWorkStore {
  /** A queue as one process has it. */
  queue(now: () => Date): DueWorkQueue<TestKind>;
  /** Makes work due, in the flow that is under way. */
  add(work: { id: string; kind: TestKind; at: Date }): Promise<void>;
  /** The write of the effect, which takes the work out of the queue. */
  finish(work: ClaimedWork<TestKind>): Promise<void>;
  clear(): Promise<void>;
  close(): Promise<void>;
}

export type OpenDueWorkStore = (url: string) => Promise<DueWorkStore>;

/** @param module exports `openDueWorkStore`, for a process that the tests kill */
export interface StoreUnderTest {
  backing: () => Promise<{ url: string; remove: () => Promise<unknown> }>;
  open: OpenDueWorkStore;
  module: URL;
}
