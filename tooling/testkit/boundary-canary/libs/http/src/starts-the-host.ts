export { host } from '../../../tooling/app-host/src/host.ts';
