import { Client } from 'undici'

export interface Measured {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
  readonly failures: number
}

export type Asking = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<{ status: number; body: string }>

/** Runs `work` over and over by so many clients, each with one connection, for a time or a count. */
export async function load(
  url: string,
  {
    clients,
    count,
    work,
  }: { clients: number; count: number; work: (ask: Asking, index: number) => Promise<boolean> },
): Promise<Measured> {
  const times: number[] = []
  let next = 0
  let failures = 0
  const begun = performance.now()
  await Promise.all(
    Array.from({ length: clients }, async () => {
      const connection = new Client(url)
      const ask = askingOver(connection)
      for (let index = next++; index < count; index = next++) {
        const started = performance.now()
        if (!(await work(ask, index))) failures++
        times.push(performance.now() - started)
      }
      await connection.close()
    }),
  )
  const seconds = (performance.now() - begun) / 1_000
  times.sort((a, b) => a - b)
  return { perSecond: count / seconds, p50: quantile(times, 0.5), p99: quantile(times, 0.99), failures }
}

export const askingOver =
  (connection: Client): Asking =>
  async (method, path, body, headers = {}) => {
    const answered = await connection.request({
      method: method as 'GET',
      path,
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return { status: answered.statusCode, body: await answered.body.text() }
  }

export const quantile = (sorted: readonly number[], q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? 0

export const median = (values: readonly number[]): number =>
  quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  )
