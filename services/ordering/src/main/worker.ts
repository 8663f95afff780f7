import { runService } from '@quayside/chassis';
import { orderingWorker } from './wire-worker.ts';

runService(orderingWorker);
