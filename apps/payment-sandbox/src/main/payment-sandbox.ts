import { runProcess, untilItsTurn } from '@quayside/runtime';
import { sandboxConfig } from './config.ts';
import { createPaymentSandbox } from './wire.ts';

runProcess('payment-sandbox', sandboxConfig, async ({ config, logger, lifecycle, metrics }) => {
  const sandbox = createPaymentSandbox(config, { logger, health: lifecycle.health, metrics });
  await untilItsTurn();
  const server = await sandbox.api.listen({ host: config.HOST, port: config.PORT });
  lifecycle.add('http', server);
  lifecycle.add('held answers', sandbox);
  logger.info({ port: server.port }, 'payment-sandbox is listening');
});
