export { captureLogs, silentLogger, type LogLine } from './capture-logs.ts';
export { createEventSpy, type EventSpy } from './event-spy.ts';
export { testDatabase, type TestDatabase } from './test-database.ts';
export { testKafka } from './test-kafka.ts';
export { testLink, type TestLink } from './test-link.ts';
export { testMongo, type TestMongo } from './test-mongo.ts';
export { testRedis, type TestRedis } from './test-redis.ts';
export { createTokenMinter, type MintOptions, type TokenMinter } from './token-minter.ts';
export { waitUntil } from './wait-until.ts';
