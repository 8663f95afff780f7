import { Server } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

import { isFromHere } from './only-from-here.ts';

/*
 * Loaded before a program that is not ours (`node --import`), whose servers listen to whatever page asks: anybody's page
 * could read and delete the mails that were caught. What is not from here does not reach it.
 */
const { emit } = Server.prototype;

Server.prototype.emit = function (this: Server, event: string | symbol, ...args: unknown[]): boolean {
  const isAsked = event === 'request' || event === 'upgrade';
  if (!isAsked || isFromHere(args[0] as IncomingMessage))
    return Reflect.apply(emit, this, [event, ...args]) as boolean;
  if (event === 'upgrade') (args[1] as Duplex).end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
  else (args[1] as ServerResponse).writeHead(403).end('only for this machine\n');
  return true;
};
