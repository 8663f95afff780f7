/** What a browser or client waits that met us without our database. */
export const retryAfterSeconds = '1';
