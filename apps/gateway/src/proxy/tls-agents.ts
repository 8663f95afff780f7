import { Agent } from 'node:https';
import { tlsAgent, type InsideTls } from '@quayside/http';
import { connectionSettings } from './proxy.ts';

/** An agent for each target that is called by TLS; shared by its routes. */
export const createTlsAgents = <Name extends string>(
  tls: InsideTls | undefined,
  targets: Readonly<Record<Name, string>>,
): Partial<Record<Name, Agent>> => {
  const byTls = (Object.entries(targets) as [Name, string][]).filter(([, url]) => url.startsWith('https:'));
  const agents = byTls.map(([name, url]) => [
    name,
    // The old system is none of ours: it is shown no certificate, and has one of a CA that all trust.
    tls && name !== 'old-system' ? tlsAgent(tls, url, connectionSettings) : new Agent(connectionSettings),
  ]);
  return Object.fromEntries(agents) as Partial<Record<Name, Agent>>;
};
