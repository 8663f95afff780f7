import { runProcess } from '@quayside/runtime';
import { identityConfig } from './config.ts';
import { createIdentity } from './wire.ts';

runProcess('identity', identityConfig, async (context) => {
  const { config, logger, lifecycle } = context;
  const identity = createIdentity(context);
  await identity.start();
  const server = await identity.api.listen({ host: config.HOST, port: config.PORT });
  lifecycle.add('http', server);
  logger.info({ port: server.port }, 'identity is listening');
});
