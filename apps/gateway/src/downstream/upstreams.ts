import { Counter, Gauge, type Logger, type Metrics } from '@quayside/runtime';
import {
  BrokenCircuitError,
  circuitBreaker,
  CircuitState,
  ExponentialBackoff,
  handleWhen,
  SamplingBreaker,
} from 'cockatiel';

/** An upstream is not asked for the time being, as it did not answer when it was. */
export class UpstreamIsOut extends Error {
  override readonly name = 'UpstreamIsOut';
}

/** What went wrong was the caller's doing, and says nothing of the upstream. */
export class CallersFault extends Error {
  override readonly name = 'CallersFault';
}

type CircuitWord = 'closed' | 'half-open' | 'open';

export interface Upstream {
  /**
   * Asks, unless that would be in vain. What `ask` rejects with counts against the upstream, but for `CallersFault`.
   *
   * @throws {UpstreamIsOut} at once, while its circuit is open
   */
  call<T>(ask: () => Promise<T>): Promise<T>;
  /** Whether a call that failed may be made again: once for ten that went well, so that repeats do not become a load. */
  mayRepeat(): boolean;
  /** `open`: it is not asked. */
  circuit(): CircuitWord;
}

/** Opens when half of the calls of ten seconds failed, five of them at least. */
const sampling = { threshold: 0.5, duration: 10_000, minimumRps: 0.5 };
/** After which one call tries again: soon, as a process that is being replaced is back soon; then ever more seldom. */
const untilTrial = { initialDelay: 250, maxDelay: 5000 };

const repeatsPerCall = 0.1;
const mostRepeats = 10;

const states: Readonly<Record<CircuitState, { figure: number; word: CircuitWord }>> = {
  [CircuitState.Closed]: { figure: 0, word: 'closed' },
  [CircuitState.HalfOpen]: { figure: 1, word: 'half-open' },
  [CircuitState.Open]: { figure: 2, word: 'open' },
  [CircuitState.Isolated]: { figure: 2, word: 'open' },
};

/** The processes behind the gateway, each behind a circuit breaker. */
export const createUpstreams = <Name extends string>(
  names: readonly Name[],
  { logger, metrics }: { logger: Logger; metrics: Metrics },
): Readonly<Record<Name, Upstream>> => {
  const changes = new Counter({
    name: 'gateway_circuit_changes_total',
    help: 'How often the circuit of an upstream came to be closed, open, half-open',
    labelNames: ['upstream', 'to'],
    registers: [metrics],
  });

  const create = (name: Name) => {
    const breaker = circuitBreaker(
      handleWhen((error) => !(error instanceof CallersFault)),
      { halfOpenAfter: new ExponentialBackoff(untilTrial), breaker: new SamplingBreaker(sampling) },
    );
    breaker.onStateChange((state) => {
      const { word } = states[state];
      changes.inc({ upstream: name, to: word });
      logger.warn({ upstream: name, circuit: word }, 'the circuit of an upstream changed');
    });
    let repeats = mostRepeats;
    const upstream: Upstream = {
      call: async (ask) => {
        // Who comes while one call tries whether it answers again would wait for that one.
        if (breaker.state === CircuitState.HalfOpen) throw new UpstreamIsOut(`${name} is being tried`);
        try {
          const answer = await breaker.execute(ask);
          repeats = Math.min(mostRepeats, repeats + repeatsPerCall);
          return answer;
        } catch (error) {
          if (error instanceof BrokenCircuitError) throw new UpstreamIsOut(`${name} did not answer lately`);
          throw error;
        }
      },
      mayRepeat: () => {
        if (repeats < 1) return false;
        repeats -= 1;
        return true;
      },
      circuit: () => states[breaker.state].word,
    };
    return { breaker, upstream };
  };

  const all = names.map((name) => ({ name, ...create(name) }));
  new Gauge({
    name: 'gateway_circuit_state',
    help: 'The circuit of an upstream: 0 closed, 1 half-open, 2 open',
    labelNames: ['upstream'],
    registers: [metrics],
    collect() {
      for (const { name, breaker } of all) this.set({ upstream: name }, states[breaker.state].figure);
    },
  });
  return Object.fromEntries(all.map(({ name, upstream }) => [name, upstream])) as Record<Name, Upstream>;
};
