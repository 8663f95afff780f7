import { Pool } from 'undici';

export interface LoadResult {
  operations: number;
  failures: number;
  seconds: number;
  perSecond: number;
  p50: number;
  p95: number;
  p99: number;
}

export interface BenchRequest {
  method: 'GET' | 'PUT' | 'POST';
  path: string;
  headers?: Record<string, string>;
  body?: string;
  /** The status that counts as done. */
  expect: number;
}

/** One client's next step: the request to send, given how many it has sent. */
export type Script = (client: number, turn: number) => BenchRequest | Promise<BenchRequest>;

const percentile = (sorted: Float64Array, share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

export const summarise = (latencies: number[], failures: number, seconds: number): LoadResult => {
  const sorted = Float64Array.from(latencies).sort();
  return {
    operations: sorted.length,
    failures,
    seconds,
    perSecond: sorted.length / seconds,
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    p99: percentile(sorted, 0.99),
  };
};

/**
 * A closed loop: each of `clients` sends its next request when the last is answered, for `seconds`.
 * Latencies are in milliseconds and go to the last byte of the body.
 */
export const runLoad = async (
  origin: string,
  options: {
    clients: number;
    seconds: number;
    script: Script;
    onAnswer?: (client: number, body: string) => void;
  },
): Promise<LoadResult> => {
  const { clients, seconds, script } = options;
  const pool = new Pool(origin, { connections: clients, pipelining: 1 });
  const latencies: number[] = [];
  let failures = 0;
  const from = performance.now();
  const until = from + seconds * 1000;
  const client = async (index: number): Promise<void> => {
    for (let turn = 0; performance.now() < until; turn += 1) {
      const { expect, ...request } = await script(index, turn);
      const sentAt = performance.now();
      const answer = await pool.request(request).catch(() => undefined);
      const body = answer ? await answer.body.text() : '';
      if (answer?.statusCode !== expect) {
        failures += 1;
        continue;
      }
      latencies.push(performance.now() - sentAt);
      options.onAnswer?.(index, body);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, index) => client(index)));
  const took = (performance.now() - from) / 1000;
  await pool.close();
  return summarise(latencies, failures, took);
};
