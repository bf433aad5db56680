import type { Ask } from '@souk/kit/service'
import { createContext } from 'react-router'

/** Whoever looks at the shop: asks its services as themselves, and keeps what a browser keeps. */
export interface Visitor {
  readonly ask: Ask
  /** Asks for a change that is made once, however often it is asked for under the same key. */
  readonly askOnce: (key: string) => Ask
  readonly isSignedIn: boolean
  /** Whether it came over TLS. */
  readonly isSecure: boolean
  /** What inline scripts of this one answer are let in by. */
  readonly nonce: string
  readonly origin: string
  /** What a browser is to keep of being signed in, or of being signed out: values of `set-cookie`. */
  readonly sessionCookies: (
    tokens: { readonly accessToken: string; readonly refreshToken: string } | undefined,
  ) => string[]
  /** What it keeps to stay signed in. */
  readonly refreshToken: string | undefined
  /** What nobody can guess, such as the key of an order to be made once. */
  readonly newKey: () => string
}

export const visitorContext = createContext<Visitor>()
