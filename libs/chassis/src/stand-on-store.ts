import {
  createKafka,
  createPublisher,
  kafkaAccess,
  type OpenStore,
  type ServiceStore,
} from '@quayside/messaging';
import type { ProcessContext } from '@quayside/runtime';

type KafkaSettings = Parameters<typeof kafkaAccess>[0];

/** Opens a service's store and the way of its events to Kafka; nothing is started. */
export const standOnStore = <Config, Access, Tx>(
  kind: ServiceStore<Config, Access, Tx>,
  name: string,
  { config, logger, lifecycle }: Pick<ProcessContext<Config>, 'config' | 'logger' | 'lifecycle'>,
) => {
  const kafka = createKafka({ ...kafkaAccess(config as KafkaSettings), clientId: name, logger });
  const publisher = createPublisher(kafka);
  const store: OpenStore<Access, Tx> = kind.open({ config, name, publisher, logger });
  lifecycle.add(store.name, store);
  lifecycle.add('publisher', publisher);
  lifecycle.add('outbox relay', store.relay);
  return { store, kafka, publisher };
};
