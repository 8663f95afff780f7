import { runProcess, untilItsTurn } from '@quayside/runtime';
import { gatewayConfig } from './config.ts';
import { createGateway } from './wire.ts';

runProcess('gateway', gatewayConfig, async (context) => {
  const gateway = createGateway(context);
  await untilItsTurn();
  await gateway.listen();
});
