export { dueWorkBacklog, groupBacklog, type BacklogSource } from './backlogs.ts';
export { periodically, untilDone, type Background } from './background.ts';
export { createService } from './create-service.ts';
export { defineService, type Clock, type ServiceDefinition } from './define-service.ts';
export { carryOverFields, runCarryOver } from './run-carry-over.ts';
export { runJob } from './run-job.ts';
export { runService } from './run-service.ts';
export { serviceConfig } from './service-config.ts';
