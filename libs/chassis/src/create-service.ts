import { listeners, type ProcessStatus } from '@quayside/contracts';
import { createApi, fetchByTls, openInsideTls, serviceCredentials, tokenVerifierFrom } from '@quayside/http';
import type { Relay } from '@quayside/messaging';
import type { ProcessConfig, ProcessContext } from '@quayside/runtime';
import type { z } from 'zod';
import { createBacklogs, gaugeBacklogs, groupBacklog } from './backlogs.ts';
import { checkListeners } from './check-listeners.ts';
import type { Clock, ServiceDefinition, ServiceTools } from './define-service.ts';
import { oncePrepared } from './once-prepared.ts';
import { createEventReader } from './read-events.ts';
import { standOnStore } from './stand-on-store.ts';

/** Every service is one version of its API. */
const apiVersion = '1';

type AuthSettings = Parameters<typeof tokenVerifierFrom>[0];

/**
 * A service, built and not yet started. What it opens closes with the context's lifecycle, in this order: HTTP, what
 * waits for the store, the consumer, the background, what `build` added, the outbox relay, the publisher, the store.
 *
 * @param overrides a clock, and what the definition's `build` takes beside its tools
 */
export const createService = <S extends z.ZodObject, Access, Tx, Overrides extends object, Exposed>(
  definition: ServiceDefinition<S, Access, Tx, Overrides, Exposed>,
  context: ProcessContext<z.infer<S>>,
  { now = () => new Date(), ...overrides }: Partial<Overrides> & { now?: Clock } = {},
) => {
  const { config, logger, lifecycle, metrics } = context;
  const { health } = lifecycle;
  const { name } = definition;
  const settings = config as ProcessConfig &
    Partial<
      AuthSettings & {
        INTERNAL_SECRET: string;
        STAFF_SECOND_FACTOR: string;
        TLS_DIR: string;
        TLS_CALLERS: readonly string[];
      }
    >;

  const tls = settings.TLS_DIR ? openInsideTls(settings.TLS_DIR, { logger }) : undefined;
  if (tls) lifecycle.add('certificates', tls);
  const ground = definition.store && standOnStore(definition.store, name, context);
  const auth = settings.TOKEN_ISSUER === undefined ? undefined : tokenVerifierFrom(settings as AuthSettings);
  const bus = ground && { kafka: ground.kafka, publisher: ground.publisher };
  const tools = { ...context, now, auth, bus, store: ground?.store.access } as unknown as ServiceTools<
    z.infer<S>,
    Access
  >;
  const parts = definition.build(tools, overrides as Partial<Overrides>);

  const verifier = parts.auth ?? auth;

  const background = Object.entries(parts.background ?? {}).map(([what, given]) => {
    const running = typeof given === 'function' ? given({ name: what, logger }) : given;
    lifecycle.add(what, running);
    return running;
  });

  const { group = name, described, ...reading } = parts.consumer ?? {};
  if (parts.subscriptions) checkListeners(group, parts.subscriptions, described);
  const consumer =
    ground && parts.subscriptions
      ? createEventReader(
          {
            kafka: ground.kafka,
            publisher: ground.publisher,
            group,
            subscriptions: parts.subscriptions,
            isAway: ground.store.isAway,
            ...(ground.store.inbox && { inbox: ground.store.inbox }),
            logger,
          },
          reading,
          health,
        )
      : undefined;
  if (consumer) lifecycle.add('consumer', consumer);

  const backlogs = createBacklogs([
    ...(ground?.store.outboxBacklog
      ? [{ kind: 'outbox', name, tell: ground.store.outboxBacklog } as const]
      : []),
    ...(ground && listeners[group] && consumer ? [groupBacklog(ground.kafka, group)] : []),
    ...(parts.backlogs ?? []),
  ]);
  gaugeBacklogs(metrics, backlogs);
  const startedAt = new Date().toISOString();
  const status = async (): Promise<ProcessStatus> => {
    const [{ ready, checks }, told] = await Promise.all([health.readiness(), backlogs()]);
    return {
      ...{ name, startedAt, version: settings.BUILD_VERSION, revision: settings.BUILD_REVISION },
      isReady: ready,
      checks: Object.entries(checks).map(([what, { ok }]) => ({ name: what, isOk: ok })),
      backlogs: [...told.backlogs],
      untold: [...told.untold],
    };
  };

  const api = createApi({
    logger,
    health,
    metrics,
    status,
    title: `Quayside ${name}`,
    version: apiVersion,
    ...(verifier && { auth: verifier }),
    staffNeedSecondFactor: settings.STAFF_SECOND_FACTOR === 'required',
    now,
    ...(parts.security && { security: parts.security }),
    ...(parts.isGateway && { isGateway: parts.isGateway }),
    ...(settings.INTERNAL_SECRET && { isService: serviceCredentials(settings.INTERNAL_SECRET).areIn }),
    checkAnswers: settings.NODE_ENV !== 'production',
  });
  parts.routes?.(api);

  let hasBegun = false;
  const begin = async (): Promise<void> => {
    await consumer?.start();
    for (const running of background) await running.start();
    hasBegun = true;
  };
  if (ground) {
    const { name: what, check } = ground.store;
    health.addCheck(what, async () => {
      await check();
      if (!hasBegun) throw new Error('not yet prepared');
    });
  }

  return {
    api,
    relay: ground?.store.relay as Access extends undefined ? undefined : Relay,
    consumer,
    ...(parts.exposed as Exposed),
    /** Everything but the HTTP server; resolves at once, connections are made in the background. */
    start: async (): Promise<void> => {
      if (tls) await fetchByTls(tls);
      await ground?.publisher.start();
      await ground?.store.relay.start();
      if (ground) lifecycle.add('wait for the store', oncePrepared(ground.store, logger, begin));
      else await begin();
    },
    /** The HTTP server. */
    listen: async (): Promise<{ port: number }> => {
      const byTls = tls && { identity: tls, callers: settings.TLS_CALLERS ?? [] };
      const server = await api.listen({ host: settings.HOST, port: settings.PORT, tls: byTls });
      lifecycle.add('http', server);
      logger.info({ port: server.port }, `${name} is listening`);
      return server;
    },
  };
};
