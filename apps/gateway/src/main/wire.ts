import { keyAudience, type ProcessStatus } from '@quayside/contracts';
import { createApi, createTokenVerifier, fetchByTls, openInsideTls } from '@quayside/http';
import { backoffMs, createSecurityJournal, createSecurityLog, type ProcessContext } from '@quayside/runtime';
import { Redis } from 'ioredis';
import { serveAccountSecurity } from '../account/account-security-routes.ts';
import { serveAccount } from '../account/account-routes.ts';
import { mountDocs } from '../docs/docs-routes.ts';
import { mountEventDocs } from '../docs/event-docs-routes.ts';
import { createLastAnswers } from '../downstream/last-answers.ts';
import { createServices } from '../downstream/services.ts';
import { createUpstreams } from '../downstream/upstreams.ts';
import { requireAdminNetwork } from '../edge/admin-networks.ts';
import { createVisitorProof, noteClientAddress } from '../edge/client-address.ts';
import { requirePlainRequest } from '../edge/plain-requests.ts';
import { takeKeyTokens } from '../edge/key-tokens.ts';
import { problemPage } from '../edge/problem-page.ts';
import { requireSameOrigin } from '../edge/same-origin.ts';
import { edgeFacts } from '../edge/security-facts.ts';
import { stripHeaders } from '../edge/strip-headers.ts';
import { countForms } from '../limits/count-forms.ts';
import { countRequests } from '../limits/count-requests.ts';
import { createFacade } from '../facade/facade.ts';
import { createOldShare } from '../facade/old-share.ts';
import { createLoopDelay } from '../limits/loop-delay.ts';
import { shedLoad } from '../limits/shed-load.ts';
import { findRoute } from '../proxy/find-route.ts';
import { forwardUpgrades } from '../proxy/forward-upgrades.ts';
import { createOpenStreams, mostStreams } from '../proxy/open-streams.ts';
import { createProxy } from '../proxy/proxy.ts';
import { createTlsAgents } from '../proxy/tls-agents.ts';
import { proxyServices } from '../proxy/proxy-services.ts';
import { ownRoutes, pageRoute, providerRoute, serviceRoutes, type ProxyRoute } from '../proxy/route-table.ts';
import { serveProofs } from '../proof-of-work/demand-proofs.ts';
import { serveVisits } from '../visits/visit-routes.ts';
import { serveScreens } from '../screens/screen-routes.ts';
import { createAuthorizeSession } from '../session/authorize-session.ts';
import { watchEndedSessions } from '../session/ended-sessions.ts';
import { createGuestSigningKey, publicHalf } from '../session/guest-key.ts';
import { createGuestTokens } from '../session/guest-tokens.ts';
import { createHandGuestKey } from '../session/hand-guest-key.ts';
import { createIdentify } from '../session/identify.ts';
import { noteUse } from '../session/note-use.ts';
import { createSessionStore } from '../session/session-store.ts';
import { createStaffIdleness } from '../session/staff-idleness.ts';
import { createFreshTokens } from '../sign-in/fresh-tokens.ts';
import { createMergeBasket } from '../sign-in/merge-basket.ts';
import { createOpenIdClient } from '../sign-in/openid-client.ts';
import { createPendingSignIns } from '../sign-in/pending-sign-ins.ts';
import { serveStatus } from '../status/status-routes.ts';
import { serveSignIn } from '../sign-in/sign-in-routes.ts';
import { serviceUrlsOf, type GatewayConfig } from './config.ts';
import { limitsWithProofs } from './ask-proofs.ts';
import { countVisits } from './count-visits.ts';
import { handOverSecurity } from './hand-over-security.ts';
import { keepGuestKeyKnown } from './keep-guest-key-known.ts';
import type { GatewayOverrides } from './overrides.ts';

/** Builds the gateway: the public edge, and the listener for probes, metrics and guest keys. */
export const createGateway = (context: ProcessContext<GatewayConfig>, overrides: GatewayOverrides = {}) => {
  const { config, logger, lifecycle, metrics } = context;
  const { health } = lifecycle;
  const publicOrigin = new URL(config.PUBLIC_ORIGIN);

  const redis = new Redis(config.REDIS_URL, {
    enableOfflineQueue: false,
    commandTimeout: 1000,
    connectTimeout: 2000,
    // A host that vanished says nothing; the system would notice that after a quarter of an hour.
    socketTimeout: 3000,
    maxRetriesPerRequest: 1,
    retryStrategy: (attempt) => backoffMs(attempt, 100, 2000),
  });
  redis.on('error', (error) => logger.warn({ err: error }, 'Redis is out of reach'));
  lifecycle.add('redis', async () => redis.disconnect());
  // Its outage meets all replicas at once; taken off the list they could not serve what is open to all either.
  health.addCheck('redis', async () => void (await redis.ping()), { onlyAtStart: true });

  const journal = createSecurityJournal();
  const security = createSecurityLog({ logger, metrics, journal });
  const { limits, proofs } = limitsWithProofs(context, { redis, security, times: overrides.proofTimes });
  const sessions = createSessionStore(redis);
  const urls = serviceUrlsOf(config);
  const tls = config.TLS_DIR ? openInsideTls(config.TLS_DIR, { logger }) : undefined;
  if (tls) lifecycle.add('certificates', tls);
  const targets = { ...urls, storefront: config.STOREFRONT_URL };
  const callable = {
    ...targets,
    ...(config.OLD_SYSTEM_URL && { 'old-system': config.OLD_SYSTEM_URL }),
  } as Record<ProxyRoute['target'], string>;
  const upstreams = createUpstreams(Object.keys(callable) as ProxyRoute['target'][], { logger, metrics });
  const services = createServices(urls, upstreams);
  const lastAnswers = createLastAnswers();
  const guestKey = createGuestSigningKey({
    redis,
    hand: createHandGuestKey({ services, clientSecret: config.GATEWAY_CLIENT_SECRET }),
  });
  const guestTokens = createGuestTokens({
    signingKey: guestKey.current,
    issuer: `${publicOrigin.origin}/guest`,
  });
  const openId = createOpenIdClient({
    publicOrigin: publicOrigin.origin,
    identityUrl: config.IDENTITY_URL,
    clientSecret: config.GATEWAY_CLIENT_SECRET,
    logger,
  });
  const mergeBasket = createMergeBasket({ services, guestTokens, sessions, logger });
  const identify = createIdentify({
    sessions,
    guestTokens,
    freshTokens: createFreshTokens({ redis, sessions, openId }),
    idleness: createStaffIdleness({
      ...{ sessions, security, revoke: openId.revoke, now: overrides.now ?? (() => new Date()) },
      idleMinutes: config.STAFF_IDLE_MINUTES,
    }),
    logger,
    onGuest: (req, res) => limits.countAction(req, res, 'guest-session'),
    onShopper: ({ sessionId, session }) => mergeBasket.catchUp(sessionId, session),
  });

  const { authorize, identityOf } = createAuthorizeSession(identify);
  const shell = { logger, health, metrics, version: '1', checkAnswers: config.NODE_ENV !== 'production' };
  const edge = createApi({
    ...shell,
    authorize,
    staffNeedSecondFactor: config.STAFF_SECOND_FACTOR === 'required',
    security,
    isPublic: true,
    ...(publicOrigin.protocol === 'https:' &&
      config.HSTS !== 'off' && { headers: { 'strict-transport-security': config.HSTS } }),
    factsOf: edgeFacts,
    onCall: async (req, res, { costs }) => {
      if (costs && costs !== 'asset') await limits.countAction(req, res, costs);
    },
    problemPage: { html: problemPage, notBelow: ['/api'] },
  });
  edge.router.use(requirePlainRequest);
  const visitorProof = createVisitorProof(config.GATEWAY_CLIENT_SECRET);
  const proxies = { hops: config.TRUSTED_PROXY_HOPS, header: config.TRUSTED_PROXY_HEADER };
  edge.router.use(noteClientAddress(proxies, visitorProof));
  edge.router.use(
    takeKeyTokens(
      createTokenVerifier({
        audience: keyAudience,
        issuers: [
          {
            issuer: `${publicOrigin.origin}/identity`,
            keys: { uri: `${config.IDENTITY_URL}/identity/jwks` },
            kind: 'user',
          },
        ],
      }),
    ),
  );
  edge.router.use(stripHeaders);
  edge.router.use(countRequests(limits));
  edge.router.use(shedLoad(overrides.loopDelay ?? createLoopDelay(), metrics));
  edge.router.use(findRoute([...serviceRoutes, ...ownRoutes]));
  edge.router.use(requireAdminNetwork(config.ADMIN_NETWORKS));
  edge.router.use(['/api', '/auth'], requireSameOrigin(publicOrigin.origin));
  serveSignIn(edge, {
    publicOrigin: publicOrigin.origin,
    openId,
    pending: createPendingSignIns(redis),
    sessions,
    identify,
    mergeBasket,
    security,
    logger,
  });
  serveAccountSecurity(edge, {
    ...{ services, sessions, openId, identityOf, security },
    clientSecret: config.GATEWAY_CLIENT_SECRET,
  });
  serveAccount(edge, {
    ...{ services, sessions, identityOf, security, logger },
    clientSecret: config.GATEWAY_CLIENT_SECRET,
    now: () => new Date(),
  });
  serveScreens(edge, {
    services,
    lastAnswers,
    identify,
    paymentFormUrl: config.PAYMENT_FORM_URL,
    logger,
  });

  const counted = countVisits({
    ...{ redis, services, logger },
    clientSecret: config.GATEWAY_CLIENT_SECRET,
    timeZone: config.SHOP_TIME_ZONE,
  });
  serveVisits(edge, { visits: counted.visits, identify, logger });

  serveProofs(edge, proofs);

  const startedAt = new Date().toISOString();
  const ownStatus = async (): Promise<ProcessStatus> => {
    const { ready, checks } = await health.readiness();
    return {
      ...{ name: 'gateway', version: config.BUILD_VERSION, revision: config.BUILD_REVISION, startedAt },
      isReady: ready,
      checks: Object.entries(checks).map(([name, { ok }]) => ({ name, isOk: ok })),
      ...{ backlogs: [], untold: [] },
    };
  };
  serveStatus(edge, { targets, upstreams, own: ownStatus, health });
  mountDocs(edge, { origin: publicOrigin.origin });
  mountEventDocs(edge);

  const agents = createTlsAgents(tls, callable);
  const most = overrides.mostStreams ?? mostStreams[tls ? 'byTls' : 'plain'];
  const openStreams = createOpenStreams({ factor: config.LIMIT_FACTOR, most, security, metrics });
  const forward = (route: ProxyRoute) => {
    const timeoutMs =
      route.timeoutMs === 'stream' ? route.timeoutMs : (overrides.timeoutMs ?? route.timeoutMs);
    const patience = {
      timeoutMs,
      ...(overrides.timeoutMs !== undefined && { readTimeoutMs: overrides.timeoutMs }),
    };
    return createProxy({ ...route, ...patience }, callable[route.target], {
      publicOrigin,
      identify,
      openStreams,
      visitorProof,
      endSessionsOf: (userId) =>
        void sessions.removeAllOf(userId).catch((error: unknown) => {
          // Its tokens are not renewed any more, so each ends within minutes all the same.
          logger.warn({ err: error, userId }, 'sessions that are over could not be ended');
        }),
      limits,
      tlsAgent: agents[route.target],
      upstream: upstreams[route.target],
      lastAnswers,
    });
  };
  const oldShare = createOldShare({ redis, logger });
  const { OLD_SYSTEM_URL: oldUrl, OLD_SYSTEM_PREFIX: prefix } = config;
  const hasOld = oldUrl !== undefined && prefix !== undefined;
  const forwardService = hasOld
    ? createFacade({ prefix, share: oldShare.current, forward, logger, metrics })
    : forward;
  edge.router.use(proxyServices(serviceRoutes, forwardService));
  const provider = forward(providerRoute);
  const countForm = countForms(limits);
  edge.router.use(async (req, res, next) => {
    if (!/^\/identity(\/|$)/.test(req.path)) return next();
    await countForm(req, res);
    return provider(req, res, next);
  });
  const pages = forward(pageRoute);
  const noteUseOf = noteUse(identify, logger);
  const notPages = /^\/(api|auth|internal|healthz|readyz|metrics|statusz)(\/|$)/;
  edge.router.use((req, res, next) => (notPages.test(req.path) ? next() : noteUseOf(req, res, next)));
  edge.router.use((req, res, next) => (notPages.test(req.path) ? next() : pages(req, res, next)));

  const management = createApi({ ...shell, status: ownStatus, title: 'Quayside gateway, management' });
  // For services of the version before, which look here; those of this one ask Identity.
  management.router.get('/guest-jwks.json', async (_req, res) => {
    res.json({ keys: [publicHalf(await guestKey.current())] });
  });

  const listen = async () => {
    if (tls) await fetchByTls(tls);
    const inside = await management.listen({ host: config.HOST, port: config.MANAGEMENT_PORT });
    lifecycle.add('management listener', inside);
    const onEnd = openStreams.endOf;
    lifecycle.add('sessions that end', watchEndedSessions({ redis, onEnd, logger }));
    const clientSecret = config.GATEWAY_CLIENT_SECRET;
    const handOver = handOverSecurity({ journal, services, clientSecret, logger });
    handOver.start();
    lifecycle.add('security log', handOver);
    counted.loop.start();
    lifecycle.add('visits', counted.loop);
    const guestKeyLoop = keepGuestKeyKnown({ publish: guestKey.publish, logger });
    guestKeyLoop.start();
    lifecycle.add('guest key', guestKeyLoop);
    proofs.attacks.loop.start();
    lifecycle.add('attacks', proofs.attacks.loop);
    if (hasOld) {
      oldShare.loop.start();
      lifecycle.add('share of the old system', oldShare.loop);
    }
    const outside = await edge.listen({ host: config.HOST, port: config.PORT });
    lifecycle.add('public listener', async () => {
      const closed = outside.close();
      openStreams.endAll();
      await closed;
    });
    if (config.NODE_ENV === 'development') forwardUpgrades(outside.server, targets.storefront);
    logger.info({ origin: publicOrigin.origin, port: outside.port }, 'gateway is listening');
    return { port: outside.port, managementPort: inside.port };
  };
  return { edge, management, listen };
};
