import { securedListener, securedProperties, type KafkaSecured } from './kafka-secured.ts';

interface KafkaSettings {
  port: number;
  /** Where it has its clients come to. */
  advertisedPort: number;
  controllerPort: number;
  ephemeral: boolean;
  secured?: KafkaSecured | undefined;
}

/**
 * The broker's configuration, written anew at each start because the ports may differ from last time. Its
 * paths are relative to the broker's working folder.
 */
export function kafkaProperties(settings: KafkaSettings): string {
  const { port, advertisedPort, controllerPort, ephemeral, secured } = settings;
  const properties = {
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
    listeners: [
      `PLAINTEXT://127.0.0.1:${port}`,
      `CONTROLLER://127.0.0.1:${controllerPort}`,
      ...(secured ? [securedListener.bound(secured)] : []),
    ].join(),
    'advertised.listeners': [
      `PLAINTEXT://127.0.0.1:${advertisedPort}`,
      ...(secured ? [securedListener.advertised(secured)] : []),
    ].join(),
    'controller.listener.names': 'CONTROLLER',
    'listener.security.protocol.map': [
      'PLAINTEXT:PLAINTEXT',
      'CONTROLLER:PLAINTEXT',
      ...(secured ? [securedListener.protocol] : []),
    ].join(),
    'log.dirs': 'data',
    'auto.create.topics.enable': false,
    'num.partitions': 1,
    'default.replication.factor': 1,
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': ephemeral ? 1 : 8,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'transaction.state.log.num.partitions': ephemeral ? 1 : 8,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    'group.initial.rebalance.delay.ms': 0,
    // One machine, few clients: small buffers and few threads.
    'num.network.threads': 2,
    'num.io.threads': 4,
    'log.cleaner.dedupe.buffer.size': 16_777_216,
    'log.segment.bytes': 67_108_864,
    // After a crash the controller holds the old registration for one session before it takes the new one.
    'broker.heartbeat.interval.ms': 500,
    'broker.session.timeout.ms': 3_000,
    ...(secured && securedProperties(secured)),
  };
  return Object.entries(properties)
    .map(([key, value]) => `${key}=${value}\n`)
    .join('');
}

export const log4jConfiguration = `rootLogger.level=WARN
rootLogger.appenderRef.stdout.ref=stdout
appender.stdout.type=Console
appender.stdout.name=stdout
appender.stdout.layout.type=PatternLayout
appender.stdout.layout.pattern=%d{ISO8601} %p %c{1} %m%n
`;
