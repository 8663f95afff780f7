import type { HostedProcess, ProcessContext } from './hosted-process.ts';

/**
 * The whole environment of a process: what the host inherited, so that a setting such as LOG_LEVEL or
 * GRACE_PERIOD_SECONDS given to the host reaches it; over that, what wires it to the rest.
 */
export function processEnvironment(
  hosted: HostedProcess,
  context: ProcessContext,
  inherited: NodeJS.ProcessEnv,
): NodeJS.ProcessEnv {
  const development = context.mode === 'dev' ? { GRACE_PERIOD_SECONDS: '5' } : {};
  const heap = inherited['HEAPS_OF_PODS'] === 'true' && hosted.podOptions;
  return {
    SEED_DEMO_DATA: 'true',
    DEMO: 'everything-here-is-public',
    ...development,
    ...inherited,
    ...(heap && { NODE_OPTIONS: heap }),
    NODE_ENV: context.mode === 'dev' ? 'development' : 'production',
    LOG_FORMAT: 'json',
    KAFKA_TOPIC_PREFIX: '',
    NODE_COMPILE_CACHE: context.compileCache,
    NEXT_TELEMETRY_DISABLED: '1',
    ...hosted.environment(context),
  };
}
