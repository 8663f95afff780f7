/*
 * The boundaries between layers, closed by default: what is not allowed here is an error, also for a folder that does not
 * exist yet. tooling/testkit/boundary-canary holds one bad import per rule and a test that expects each to be found.
 */
const tests = '[.]test[.]tsx?$|/test/';
const layer = (name) => `^services/([^/]+)/src/${name}/`;

export const forbidden = [
  { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
  { name: 'unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  {
    name: 'services-are-islands',
    severity: 'error',
    from: { path: '^services/([^/]+)/' },
    to: { path: '^(services|apps)/', pathNot: '^services/$1/' },
  },
  {
    name: 'apps-are-islands',
    severity: 'error',
    from: { path: '^apps/([^/]+)/' },
    to: { path: '^(services|apps)/', pathNot: '^apps/$1/' },
  },
  {
    name: 'libs-know-nobody',
    severity: 'error',
    from: { path: '^libs/' },
    to: { path: '^(services|apps)/' },
  },
  {
    name: 'only-known-layers',
    comment: 'A new layer is a decision, not a folder.',
    severity: 'error',
    from: {
      path: '^services/[^/]+/src/',
      pathNot: '^services/[^/]+/src/(domain|usecases|http|messages|store|clients|main)/',
    },
    to: {},
  },
  {
    name: 'domain-is-pure',
    comment: 'All it may share is the arithmetic of money and what an e-mail address is, which are as pure.',
    severity: 'error',
    from: { path: layer('domain'), pathNot: tests },
    to: { pathNot: '^services/$1/src/domain/|^libs/contracts/src/(money|email)/' },
  },
  {
    name: 'money-is-pure',
    comment: 'And so is what an e-mail address is.',
    severity: 'error',
    from: { path: '^libs/contracts/src/(money|email)/', pathNot: tests },
    to: { pathNot: '^libs/contracts/src/$1/' },
  },
  {
    name: 'usecases-know-the-domain-only',
    severity: 'error',
    from: { path: layer('usecases'), pathNot: tests },
    to: {
      path: '^services/|node_modules/(pg|mongodb|ioredis|express|oidc-provider|nodemailer)/',
      pathNot: '^services/$1/src/(usecases|domain)/',
    },
  },
  {
    name: 'usecases-use-no-edge-library',
    severity: 'error',
    from: { path: layer('usecases'), pathNot: tests },
    to: {
      path: '^libs/',
      pathNot: '^libs/(contracts|due-work|runtime)/|^libs/mail/src/(index|mail-not-taken)',
    },
  },
  {
    name: 'edges-do-not-meet',
    severity: 'error',
    from: { path: '^services/([^/]+)/src/(http|messages|store|clients)/', pathNot: tests },
    to: { path: '^services/$1/src/(http|messages|store|clients|main)/', pathNot: '^services/$1/src/$2/' },
  },
  {
    name: 'nobody-imports-main',
    severity: 'error',
    from: { path: '^services/', pathNot: '^services/[^/]+/(src/main|test)/' },
    to: { path: '^services/[^/]+/src/main/' },
  },
  {
    name: 'kafka-in-one-place',
    severity: 'error',
    comment: 'Each client of Kafka stays behind its adapter, so that it can be exchanged.',
    from: { pathNot: '^libs/messaging/(src/kafka/(kafkajs|platformatic)|bench)/' },
    to: { path: '(^|node_modules/)(kafkajs|@platformatic/kafka)' },
  },
  {
    name: 'contracts-stay-light',
    severity: 'error',
    from: { path: '^libs/contracts/src/', pathNot: tests },
    to: { pathNot: '^libs/contracts/src/|node_modules/.*(zod|lib-address)' },
  },
  {
    name: 'runtime-knows-no-lib',
    severity: 'error',
    from: { path: '^libs/runtime/src/' },
    to: { path: '^libs/', pathNot: '^libs/runtime/' },
  },
  {
    name: 'http-knows-runtime-and-contracts',
    severity: 'error',
    from: { path: '^libs/http/src/', pathNot: tests },
    to: { path: '^libs/', pathNot: '^libs/(http|runtime|contracts)/' },
  },
  {
    name: 'messaging-knows-runtime-and-contracts',
    severity: 'error',
    from: { path: '^libs/messaging/src/', pathNot: tests },
    to: { path: '^libs/', pathNot: '^libs/(messaging|runtime|contracts)/' },
  },
  {
    name: 'due-work-knows-runtime-only',
    severity: 'error',
    from: { path: '^libs/due-work/src/', pathNot: tests },
    to: { path: '^libs/', pathNot: '^libs/(due-work|runtime)/' },
  },
  {
    name: 'mail-knows-no-lib',
    severity: 'error',
    from: { path: '^libs/mail/src/' },
    to: { path: '^libs/', pathNot: '^libs/mail/' },
  },
  {
    name: 'a-store-knows-ports-and-runtime',
    severity: 'error',
    from: { path: '^libs/(postgres|mongo|redis)/src/', pathNot: tests },
    to: { path: '^libs/', pathNot: '^libs/($1|due-work|messaging|runtime)/' },
  },
  {
    name: 'a-driver-for-its-store-only',
    comment:
      'What a database says stays in the store that asked it: libs/postgres, mongo and redis, and store/ of a service.',
    severity: 'error',
    from: {
      path: '^(libs|services)/',
      pathNot: `${tests}|/bench/|^libs/(postgres|mongo|redis)/|^services/[^/]+/src/store/`,
    },
    to: { path: '(^|node_modules/)(pg|mongodb|ioredis)/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'chassis-knows-no-store',
    comment: 'A kind of store is plugged in, so that a process loads the driver of its own alone.',
    severity: 'error',
    from: { path: '^libs/chassis/src/', pathNot: tests },
    to: {
      path: '^libs/|node_modules/(pg|mongodb|ioredis)/',
      pathNot: '^libs/(chassis|contracts|runtime|http|messaging)/',
    },
  },
  {
    name: 'chassis-is-for-main',
    severity: 'error',
    from: {
      path: '^(apps|libs|services)/',
      pathNot: `${tests}|^libs/chassis/|^(services/[^/]+|apps/(gateway|payment-sandbox))/src/main/`,
    },
    to: { path: '^libs/chassis/' },
  },
  {
    name: 'storefront-knows-contracts-only',
    severity: 'error',
    from: { path: '^apps/storefront/src/' },
    to: { path: '^(libs|services)/', pathNot: '^libs/contracts/' },
  },
  {
    name: 'features-do-not-meet',
    severity: 'error',
    from: { path: '^apps/storefront/src/features/([^/]+)/' },
    to: { path: '^apps/storefront/src/(features|app)/', pathNot: '^apps/storefront/src/features/$1/' },
  },
  {
    name: 'no-production-to-test',
    severity: 'error',
    from: { path: '^(apps|libs|services|tooling)/', pathNot: `${tests}|^tooling/(testkit|e2e)/` },
    to: { path: `${tests}|^tooling/testkit/` },
  },
  {
    name: 'the-shop-knows-no-tooling',
    severity: 'error',
    from: { path: '^(apps|libs|services)/', pathNot: `${tests}|/bench/` },
    to: { path: '^tooling/' },
  },
];

export default {
  forbidden,
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|[.]next|[.]quayside|boundary-canary)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
