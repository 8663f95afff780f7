import { runProcess } from '@quayside/runtime';
import { gatewayConfig } from './config.ts';
import { createGateway } from './wire.ts';

runProcess('gateway', gatewayConfig, async (context) => {
  await createGateway(context).listen();
});
