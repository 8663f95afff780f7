import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { StepReader, Steps } from '@quayside/testkit';
import { BSON } from 'mongodb';

interface Command {
  readonly [name: string]: unknown;
  readonly lsid?: { readonly id: unknown };
  readonly txnNumber?: bigint;
  /** False in a transaction. */
  readonly autocommit?: boolean;
}
interface Update {
  readonly q: { readonly _id?: unknown };
  readonly u: readonly unknown[] | Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const message = 2013;
const bodyAt = 20;

/** The command of an OP_MSG: one document, and lists of documents that belong to it. */
const commandOf = (bytes: Buffer): Command | undefined => {
  if (bytes.readInt32LE(12) !== message) return undefined;
  const command: Record<string, unknown> = {};
  for (let at = bodyAt; at < bytes.length;) {
    const isList = bytes[at] === 1;
    const from = at + 1;
    at = from + bytes.readInt32LE(from);
    if (!isList) Object.assign(command, BSON.deserialize(bytes.subarray(from, at), { useBigInt64: true }));
    else {
      const nameEnd = bytes.indexOf(0, from + 4);
      const documents: unknown[] = [];
      for (let next = nameEnd + 1; next < at; next += bytes.readInt32LE(next))
        documents.push(BSON.deserialize(bytes.subarray(next, next + bytes.readInt32LE(next))));
      command[bytes.toString('utf8', from + 4, nameEnd)] = documents;
    }
  }
  return command;
};

/** By what happened to the order, or else by what is changed of its document. */
const nameOf = ({ u }: Update): string => {
  if (Array.isArray(u)) return 'takes out what is published';
  const changes = u as Exclude<Update['u'], readonly unknown[]>;
  const timeline = changes['$push']?.['timeline'] as { $each: { type: string }[] } | undefined;
  if (timeline) return timeline.$each.map(({ type }) => type).join(' and ');
  const fields = Object.values(changes).flatMap((of) => Object.keys(of));
  return fields.includes('due.claimId') ? 'claims the work' : fields.toSorted().join(' and ');
};

const isOf = ({ q }: Update, orderId: string): boolean => {
  const wanted = q._id as { $in?: unknown[] } | string | undefined;
  return wanted === orderId || (typeof wanted === 'object' && !!wanted.$in?.includes(orderId));
};

const transactionOf = ({ lsid, txnNumber, autocommit }: Command): string | undefined =>
  autocommit === false ? `${String(lsid?.id)} ${txnNumber}` : undefined;

/** Reads the writes of one order, and of the audit log of it, out of what a process says to MongoDB. */
export const orderWrites = (process: string, orderId: () => string): (() => StepReader) => {
  /** The last transaction that has a write of the order, over whichever connections. */
  let within: string | undefined;
  return () => {
    const stepOf = (command: Command): string | undefined => {
      const id = orderId();
      if (command['commitTransaction']) return transactionOf(command) === within ? 'commits' : undefined;
      if (command['update'] === 'orders') {
        const mine = (command['updates'] as Update[]).find((one) => isOf(one, id));
        return mine && nameOf(mine);
      }
      if (command['findAndModify'] === 'orders') {
        const { _id } = command['query'] as { _id?: unknown };
        return _id === id ? 'claims the work' : undefined;
      }
      const entries = (command['documents'] ?? []) as { entityId?: unknown }[];
      return command['insert'] !== undefined && entries.some(({ entityId }) => entityId === id)
        ? `writes ${String(command['insert'])}`
        : undefined;
    };
    return {
      lengthOf: (bytes) => (bytes.length < 4 ? undefined : bytes.readInt32LE(0)),
      stepOf: (bytes) => {
        const command = commandOf(bytes);
        const step = command && stepOf(command);
        if (!command || step === undefined) return undefined;
        within = transactionOf(command) ?? within;
        return `${process}: ${step}`;
      },
    };
  };
};

const idOfCharge = /ch_[0-9a-f-]{36}/;

/** The payment company at `to`, where a process stops at each request about one order. */
export const steppingCompany = async (
  to: string,
  { process, steps, orderId }: { process: string; steps: Pick<Steps, 'reach'>; orderId: () => string },
): Promise<{ url: string; close(): Promise<void> }> => {
  const charges = new Set<string>();
  const server = createServer((req, res) => {
    const pass = async (): Promise<void> => {
      const { method = 'GET', headers } = req;
      const url = new URL(req.url ?? '/', to);
      const body = await text(req);
      const key = headers['idempotency-key'] ?? url.searchParams.get('idempotencyKey');
      const charge = idOfCharge.exec(url.pathname)?.[0];
      const isMine = key ? String(key).startsWith(orderId()) : charge !== undefined && charges.has(charge);
      const step = `${process}: ${method} ${url.pathname.replace(idOfCharge, ':id')}`;
      if (isMine && (await steps.reach({ step, when: 'before' })) === 'is lost') return void res.destroy();
      const answer = await fetch(url, {
        method,
        headers: Object.entries(headers).flatMap(([name, value]): [string, string][] =>
          ['authorization', 'content-type', 'idempotency-key'].includes(name) ? [[name, String(value)]] : [],
        ),
        ...(body && { body }),
      });
      const said = await answer.text();
      const known = idOfCharge.exec(said)?.[0];
      if (isMine && known) charges.add(known);
      if (isMine && (await steps.reach({ step, when: 'after' })) === 'is lost') return void res.destroy();
      res.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' }).end(said);
    };
    pass().catch(() => res.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => {
        server.close(() => resolve());
      });
    },
  };
};
