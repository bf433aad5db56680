/** JSON as it came: journeys assert what they need of it. */
// biome-ignore lint/suspicious/noExplicitAny: a journey reads answers as any client would, without our types
export type Json = any

export interface Answered {
  readonly status: number
  readonly headers: Headers
  readonly body: Json
}

export interface Asked {
  key?: string
  headers?: Record<string, string>
}

/** A client of the public API, knowing nothing of our code. */
export interface Client {
  get(path: string, asked?: Asked): Promise<Answered>
  post(path: string, body?: unknown, asked?: Asked): Promise<Answered>
  patch(path: string, body: unknown, asked?: Asked): Promise<Answered>
  put(path: string, body: unknown, asked?: Asked): Promise<Answered>
  remove(path: string, asked?: Asked): Promise<Answered>
  send(
    method: string,
    path: string,
    raw?: { body?: string; headers?: Record<string, string> },
  ): Promise<Answered>
  /** The same client with a token. */
  as(token: string): Client
}

let keys = 0

export function client(base: string, token?: string): Client {
  const send: Client['send'] = async (method, path, { body, headers } = {}) => {
    const response = await fetch(path.startsWith('http') ? path : `${base}${path}`, {
      method,
      redirect: 'manual',
      headers: { ...(token && { authorization: `Bearer ${token}` }), ...headers },
      ...(body !== undefined && { body }),
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json')
    return {
      status: response.status,
      headers: response.headers,
      body: isJson && text ? JSON.parse(text) : text,
    }
  }
  const json =
    (method: string) =>
    (path: string, body?: unknown, { key, headers }: Asked = {}) =>
      send(method, path, {
        ...(body !== undefined && { body: JSON.stringify(body) }),
        headers: {
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(key && { 'idempotency-key': key }),
          ...headers,
        },
      })
  return {
    send,
    get: (path, asked) => json('GET')(path, undefined, asked),
    post: (path, body = {}, asked = {}) =>
      json('POST')(path, body, { key: `e2e-${process.pid}-${++keys}`, ...asked }),
    patch: json('PATCH'),
    put: json('PUT'),
    remove: (path, asked) => json('DELETE')(path, undefined, asked),
    as: (other) => client(base, other),
  }
}
