/**
 * The URL of one database on the server, or list of servers, of a PostgreSQL or MongoDB URL. Not parsed as a URL:
 * MongoDB's may name several hosts.
 */
export function databaseUrl(serverUrl: string, name: string): string {
  return serverUrl.replace(/^([a-z+]+:\/\/[^/?]+)(\/[^?]*)?/, `$1/${name}`);
}
