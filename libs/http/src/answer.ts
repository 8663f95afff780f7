/** What a handler returns: JSON unless the body is a Buffer, which goes out as it is. */
export interface Answer {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

export const ok = (body: unknown, headers: Record<string, string> = {}): Answer => ({
  status: 200,
  body,
  headers,
});

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

export const noContent = (headers: Record<string, string> = {}): Answer => ({ status: 204, headers });

export const notModified = (headers: Record<string, string> = {}): Answer => ({ status: 304, headers });
