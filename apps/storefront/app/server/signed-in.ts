import type { Visitor } from './visitor.ts'

/** Headers that sign a browser in with what accounts answered. */
export function signedIn(
  tokens: Parameters<Visitor['sessionCookies']>[0],
  { sessionCookies }: Pick<Visitor, 'sessionCookies'>,
): Headers {
  const headers = new Headers()
  for (const cookie of sessionCookies(tokens)) headers.append('set-cookie', cookie)
  return headers
}
