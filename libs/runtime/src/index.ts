export * from './config.ts';
export * from './connect-with-retry.ts';
export * from './health.ts';
export * from './lifecycle.ts';
export * from './logger.ts';
export * from './metrics.ts';
export * from './run-process.ts';
export * from './telemetry.ts';
