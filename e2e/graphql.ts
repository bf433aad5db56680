import { expect } from 'vitest'
import type { Answered, Asked, Client } from './client.ts'

export interface GraphqlError {
  readonly message: string
  readonly path?: readonly (string | number)[]
  readonly extensions: Readonly<Record<string, unknown>> & { code: string; traceId: string }
}

export interface GraphqlAnswer<Data = Record<string, never>> {
  readonly data?: Data
  readonly errors?: readonly GraphqlError[]
}

/** Asks by POST, as an app does. */
export const askGraphql = <Data = Record<string, never>>(
  who: Client,
  query: string,
  { variables, key, headers }: { variables?: Record<string, unknown> } & Asked = {},
): Promise<Answered<GraphqlAnswer<Data>>> =>
  who.post<GraphqlAnswer<Data>>(
    '/graphql',
    { query, ...(variables && { variables }) },
    // Said here, as the client of REST makes a key up where none is given.
    { headers: { ...headers, ...(key && { 'idempotency-key': key }) }, key: '' },
  )

/** The data of an answer without errors. */
export async function dataOf<Data>(answering: Promise<Answered<GraphqlAnswer<Data>>>): Promise<Data> {
  const { status, body } = await answering
  expect([status, body.errors]).toEqual([200, undefined])
  return body.data as Data
}
