/** What a handler returns: JSON unless the body is a Buffer, which goes out as it is. */
export interface Answer {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/** 200; a Buffer needs its `content-type` among the headers. */
export const ok = (body: unknown, headers: Record<string, string> = {}): Answer => ({
  status: 200,
  body,
  headers,
});

/** 201; `location` is where the new resource is. */
export const created = (body: unknown, location: string, headers: Record<string, string> = {}): Answer => ({
  status: 201,
  body,
  headers: { location, ...headers },
});

/** 202: taken on, not done yet; `location` is where the outcome will be. */
export const accepted = (body: unknown, location: string): Answer => ({
  status: 202,
  body,
  headers: { location },
});

/** 204: done, and there is nothing to say. */
export const noContent = (headers: Record<string, string> = {}): Answer => ({ status: 204, headers });

/** 304; the headers are those a 200 would have for the cache, such as `etag` (RFC 9110, section 15.4.5). */
export const notModified = (headers: Record<string, string> = {}): Answer => ({ status: 304, headers });
