import { insideCallersConfig, insideTlsConfig } from '@quayside/http';
import { z } from 'zod';

/** What is read before Next.js begins, where it is to listen by TLS. */
export const listenerConfig = z.object({ ...insideTlsConfig, ...insideCallersConfig });
