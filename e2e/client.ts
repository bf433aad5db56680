/** What a problem says (RFC 9457) beside its status; an answer that is none has nothing of it. */
interface Refused {
  readonly code?: string
  readonly traceId?: string
  readonly errors?: unknown
}

/** `Body` is what the asker expects, by the contract; whether that came, the status tells. */
export interface Answered<Body> {
  readonly status: number
  readonly headers: Headers
  readonly body: Body & Refused
}

export interface Asked {
  key?: string
  headers?: Record<string, string>
}

interface Raw {
  body?: string | FormData | Uint8Array<ArrayBuffer>
  headers?: Record<string, string>
}

/** A client of the public API: it runs nothing of ours, and journeys tell it what to expect. */
export interface Client {
  get<Body = unknown>(path: string, asked?: Asked): Promise<Answered<Body>>
  post<Body = unknown>(path: string, body?: unknown, asked?: Asked): Promise<Answered<Body>>
  patch<Body = unknown>(path: string, body: unknown, asked?: Asked): Promise<Answered<Body>>
  put<Body = unknown>(path: string, body: unknown, asked?: Asked): Promise<Answered<Body>>
  remove<Body = unknown>(path: string, asked?: Asked): Promise<Answered<Body>>
  send<Body = unknown>(method: string, path: string, raw?: Raw): Promise<Answered<Body>>
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
    <Body>(path: string, body?: unknown, { key, headers }: Asked = {}) =>
      send<Body>(method, path, {
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
