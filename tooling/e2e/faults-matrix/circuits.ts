import { eventually } from '../src/control.ts';
import { summarise } from '../bench/load.ts';
import type { Toxiproxy } from './toxiproxy.ts';

const names = ['closed', 'half-open', 'open'] as const;
type CircuitWord = (typeof names)[number];

/** The figure of the line that begins so; labels of the process itself may follow. */
const figure = (metrics: string, start: string): number =>
  Number(
    metrics
      .split('\n')
      .find((one) => one.startsWith(start))
      ?.split(' ')
      .at(-1) ?? 0,
  );

const readCircuits = (metricsUrl: string) => {
  const read = async () => (await fetch(metricsUrl, { signal: AbortSignal.timeout(10_000) })).text();
  return {
    stateOf: async (upstream: string): Promise<CircuitWord | undefined> =>
      names[figure(await read(), `gateway_circuit_state{upstream="${upstream}"`)],
    /** How often it came to be each. */
    changesOf: async (upstream: string): Promise<Record<CircuitWord, number>> => {
      const metrics = await read();
      const to = (word: CircuitWord) =>
        figure(metrics, `gateway_circuit_changes_total{upstream="${upstream}",to="${word}"`);
      return { closed: to('closed'), 'half-open': to('half-open'), open: to('open') };
    },
  };
};

export interface CircuitSeen {
  /** Of answers that came while it was open, in ms. */
  p50: number;
  p95: number;
  /** What should have been, and was not. */
  missing: string[];
}

/** Takes Catalog down and up again, and watches its circuit in the figures of the gateway. */
export const watchCircuit = async (
  { origin, metricsUrl }: { origin: string; metricsUrl: string },
  toxiproxy: Toxiproxy,
): Promise<CircuitSeen> => {
  const circuits = readCircuits(metricsUrl);
  const upstream = 'catalog';
  // Nobody asked for these before: there is no last answer of them.
  const ask = async (page: number) => {
    const from = performance.now();
    const answer = await fetch(`${origin}/api/v1/catalog/products?page=${page}&pageSize=1&q=nobody-asked`);
    await answer.text();
    return { status: answer.status, ms: performance.now() - from };
  };
  const before = await circuits.changesOf(upstream);
  await toxiproxy.takeDown('Catalog');
  let page = 0;
  await eventually('the circuit to open', async () => {
    await ask((page += 1));
    return (await circuits.stateOf(upstream)) === 'open';
  });
  const latencies: number[] = [];
  for (let n = 0; n < 200; n += 1) {
    const { status, ms } = await ask((page += 1));
    if (status === 503) latencies.push(ms);
  }
  await toxiproxy.heal();
  await eventually('the circuit to close', async () => {
    const { status } = await ask((page += 1));
    return status === 200 && (await circuits.stateOf(upstream)) === 'closed';
  });
  const after = await circuits.changesOf(upstream);
  const missing = names.filter((word) => after[word] <= before[word]);
  const { p50, p95 } = summarise(latencies, 0, 1);
  return { p50, p95, missing: missing.map((word) => `the circuit was never seen to become ${word}`) };
};
