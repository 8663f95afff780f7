import { runService } from '@quayside/chassis';
import { orderingApi } from './wire-api.ts';

runService(orderingApi);
