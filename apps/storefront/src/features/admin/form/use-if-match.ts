'use client';

import type { Problem } from '@quayside/contracts';
import { useState } from 'react';
import type { Result } from '../../../api/result.ts';

interface Versioned {
  readonly version: number;
}

const etagOf = ({ version }: Versioned): string => `"v${version}"`;

/** What the service has now, which it says to whoever changes what was changed meanwhile. */
const currentOf = <R extends Versioned>({ code, current }: Problem & { current?: unknown }): R | undefined =>
  code === 'stale-version' && typeof current === 'object' && current !== null ? (current as R) : undefined;

/** What came of a change; `stale`: somebody else was faster. */
export type Outcome<R> = { ok: true; data: R } | { ok: false; problem: Problem; stale: boolean };

/**
 * The one place that knows of versions. What is changed is what was read: `read` is what the person saw, and `theirs` is
 * there once somebody else turns out to have been faster. After `accept` the next change is made on that.
 */
export const useIfMatch = <R extends Versioned>(first: R) => {
  const [read, setRead] = useState(first);
  const [theirs, setTheirs] = useState<R>();

  const send = async <T>(request: (etag: string) => Promise<Result<T>>): Promise<Outcome<T>> => {
    const result = await request(etagOf(read));
    if (result.ok) return result;
    const current = currentOf<R>(result.problem);
    if (current) setTheirs(current);
    return { ...result, stale: current !== undefined };
  };

  return {
    read,
    theirs,
    send,
    saved: (now: R) => {
      setRead(now);
      setTheirs(undefined);
    },
    /** Somebody else turns out to have been faster, told by another way than a refusal. */
    meet: setTheirs,
    accept: () => {
      if (theirs) setRead(theirs);
      setTheirs(undefined);
    },
  };
};
