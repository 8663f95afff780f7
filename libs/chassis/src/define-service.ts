import type { Api, TokenVerifier } from '@quayside/http';
import type { KafkaClient, Publisher, ServiceStore, Subscription } from '@quayside/messaging';
import type { ProcessContext, SecurityLog } from '@quayside/runtime';
import type { z } from 'zod';
import type { Background, NamedBackground } from './background.ts';
import type { BacklogSource } from './backlogs.ts';
import type { ConsumerSettings } from './read-events.ts';

/** The verifier is there where the configuration says whose tokens to take (`authConfig`). */
type AuthOf<Config> = Config extends { TOKEN_ISSUER: string } ? TokenVerifier : undefined;

export type Clock = () => Date;

/** Kafka, for what is neither an event of the outbox nor one that is listened to. */
interface Bus {
  kafka: KafkaClient;
  publisher: Pick<Publisher, 'send'>;
}

/** What a service is built with. */
export interface ServiceTools<Config, Access> extends ProcessContext<Config> {
  now: Clock;
  store: Access;
  /** There where there is a store. */
  bus: Access extends undefined ? undefined : Bus;
  auth: AuthOf<Config>;
}

/** What a service is made of, beside what all services have. */
interface ServiceParts<Tx, Exposed> {
  /** Serves the service's API, all of it. Without one it answers probes only. */
  routes?(api: Api): void;
  /** Whose tokens to take, where the configuration does not say it. */
  auth?: TokenVerifier;
  /** Where access that is refused is noted, if not in the log alone. */
  security?: SecurityLog;
  /** Whether `Authorization` shows the gateway's own credentials, where a route is for the gateway. */
  isGateway?(authorization: string | undefined): boolean;
  subscriptions?: readonly Subscription<Tx>[];
  consumer?: ConsumerSettings;
  /** By name. Begins once the store is prepared, and ends before the store closes, the last one first. */
  background?: Readonly<Record<string, Background | NamedBackground>>;
  /** In which work waits, beside the outbox and what the service listens to: for `/statusz` and the metrics. */
  backlogs?: readonly BacklogSource[];
  /** For tests and whoever else holds the service. */
  exposed?: Exposed;
}

export interface ServiceDefinition<S extends z.ZodObject, Access, Tx, Overrides, Exposed> {
  /** Of the process: in its log, its metrics, and to the servers it connects to. */
  name: string;
  config: S;
  /** One alone: state, outbox and inbox of a change are written in one step. */
  store?: ServiceStore<z.infer<S>, Access, Tx>;
  /** Builds the service's own parts; connects to nothing, starts nothing. */
  build(tools: ServiceTools<z.infer<S>, Access>, overrides: Partial<Overrides>): ServiceParts<Tx, Exposed>;
}

/**
 * Describes a service by what it alone has; `runService` and `createService` give it the rest.
 *
 * @example
 * export const catalog = defineService({
 *   name: 'catalog',
 *   config: catalogConfig,
 *   store: postgresStore({ migrations: allMigrations }),
 *   build: ({ store: { pool } }) => ({
 *     routes: (api) => serveBrowsing(api, { reads: createCatalogReads({ pool }) }),
 *     subscriptions: createSubscriptions(reservationLedgerIn),
 *   }),
 * });
 */
export const defineService = <
  S extends z.ZodObject,
  Access = undefined,
  Tx = undefined,
  Overrides extends object = object,
  Exposed extends object = object,
>(
  definition: ServiceDefinition<S, Access, Tx, Overrides, Exposed>,
): ServiceDefinition<S, Access, Tx, Overrides, Exposed> => definition;
