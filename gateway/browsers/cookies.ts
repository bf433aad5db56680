import { parseCookie, stringifySetCookie } from 'cookie'

/** Whose session a cookie carries: a shop may be open in one tab, its back office in another. */
export type Kind = 'customer' | 'staff'

export interface SessionCookies {
  readonly access: string | undefined
  readonly refresh: string | undefined
}

export interface Tokens {
  readonly accessToken: string
  readonly refreshToken: string
}

const PARTS = ['access', 'refresh'] as const

/**
 * `__Host-` binds a cookie to this host over TLS (RFC 6265bis, 4.1.3.2). Without TLS, as on a laptop, browsers other
 * than Chromium would drop such cookies, and there is nothing to bind.
 */
const nameOf = (kind: Kind, part: (typeof PARTS)[number], isSecure: boolean) =>
  `${isSecure ? '__Host-' : ''}souk-${kind}-${part}`

export function readCookies(header: string, kind: Kind, isSecure: boolean): SessionCookies {
  const given = parseCookie(header)
  const [access, refresh] = PARTS.map((part) => given[nameOf(kind, part, isSecure)] || undefined)
  return { access, refresh }
}

/** As `set-cookie` has them; without tokens those there are go. */
export function writeCookies(
  kind: Kind,
  tokens: Tokens | undefined,
  { isSecure, livesSeconds }: { isSecure: boolean; livesSeconds: number },
): string[] {
  const values = { access: tokens?.accessToken ?? '', refresh: tokens?.refreshToken ?? '' }
  return PARTS.map((part) =>
    stringifySetCookie({
      name: nameOf(kind, part, isSecure),
      value: values[part],
      path: '/',
      httpOnly: true,
      secure: isSecure,
      sameSite: 'lax',
      maxAge: tokens ? livesSeconds : 0,
    }),
  )
}
