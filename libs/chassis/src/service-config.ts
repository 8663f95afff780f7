import { insideCallersConfig, insideTlsConfig } from '@quayside/http';
import { kafkaConfig, kafkaSignInIsComplete } from '@quayside/messaging';
import { processConfig } from '@quayside/runtime';
import { z } from 'zod';

const inside = { ...insideTlsConfig, ...insideCallersConfig };

/**
 * The configuration of a service: what every process reads, Kafka, and the service's own variables.
 *
 * @example
 * export const catalogConfig = serviceConfig({ ...authConfig, ...postgresConfig });
 */
export const serviceConfig = <Fields extends z.ZodRawShape>(fields: Fields) => {
  const schema = z.object({ ...processConfig, ...inside, ...kafkaConfig, ...fields });
  // TypeScript cannot see the fields of Kafka in a shape that it does not know yet.
  const isComplete = kafkaSignInIsComplete as unknown as z.core.$ZodCheck<z.infer<typeof schema>>;
  return schema.check(isComplete);
};
