import { runService } from '@quayside/chassis';
import { catalog } from './wire.ts';

runService(catalog);
