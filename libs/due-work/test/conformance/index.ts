import type { StoreUnderTest } from './due-work-store.ts';
import { describeLoop } from './loop-conformance.ts';
import { describeQueue } from './queue-conformance.ts';

export type { DueWorkStore, OpenDueWorkStore } from './due-work-store.ts';

/** What due work does, whatever its store. */
export const describeDueWork = (name: string, under: StoreUnderTest): void => {
  describeQueue(name, under);
  describeLoop(name, under);
};
