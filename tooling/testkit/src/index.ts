export { captureLogs, silentLogger, type LogLine } from './capture-logs.ts';
export {
  refusedCertificates,
  startCertificateServers,
  type CertificateServers,
} from './certificate-servers.ts';
export { createTestCa, writeIdentity, type TestCa } from './certificates.ts';
export { createEventSpy, type EventSpy } from './event-spy.ts';
export { freePort } from './free-port.ts';
export { leaveWithFault } from './leave-with-fault.ts';
export { headerOf, startMailServer, type MailServer, type ReceivedMail } from './mail-server.ts';
export { startOldSystem } from './old-system.ts';
export { startOutsideProvider, type OutsideTestProvider } from './outside-provider.ts';
export { playIdentity, type PlayedIdentity } from './played-identity.ts';
export { playService } from './play-service.ts';
export { restartedProcess, type RestartedProcess } from './restarted-process.ts';
export { createSteps, type Fate, type Moment, type Steps } from './steps.ts';
export { steppingLink, type StepReader } from './stepping-link.ts';
export { testBucket, type TestBucket } from './test-bucket.ts';
export { testDatabase, type TestDatabase } from './test-database.ts';
export { testKafka } from './test-kafka.ts';
export { testLink, type TestLink } from './test-link.ts';
export { testMongo, type TestMongo } from './test-mongo.ts';
export { testRedis, type TestRedis } from './test-redis.ts';
export { testService, type TestService } from './test-service.ts';
export { pagesOfPdf, textOfPdf } from './text-of-pdf.ts';
export { createTokenMinter, type MintOptions, type TokenMinter } from './token-minter.ts';
export { waitUntil } from './wait-until.ts';
export { testServiceUrl } from './test-services.ts';
