import { useCallback, useEffect, useState } from 'react'
import type { Staff } from '../asking/answers.ts'
import type { Trouble } from '../asking/ask.ts'
import { useShop } from '../asking/shop.ts'

/** Tokens are kept in cookies that no page can read. */
const BY_COOKIE = { method: 'POST', headers: { 'souk-session': 'cookie' } } as const
/** Remembers that somebody signed in here, and not who: only then is it worth asking. */
const MARK = 'souk-signed-in'

export interface SignedIn {
  readonly staff: Staff | undefined
  signIn(credentials: { email: string; password: string }): Promise<Trouble | undefined>
  signOut(): Promise<void>
}

/** Who is signed in, if anybody, and the way in and out. Whoever is refused although signed in wants to know as whom. */
export function useStaff({ isForbidden }: { isForbidden: boolean }): SignedIn {
  const { ask, poller } = useShop()
  const [staff, setStaff] = useState<Staff>()

  const look = useCallback(async () => {
    const told = await ask<Staff>('/admin/v1/me')
    setStaff(told.ok ? told.answer : undefined)
    if (told.ok) localStorage.setItem(MARK, 'yes')
    else if (told.trouble.kind === 'refused') localStorage.removeItem(MARK)
  }, [ask])
  useEffect(() => {
    if (isForbidden || localStorage.getItem(MARK) !== null) void look()
  }, [isForbidden, look])

  const signIn: SignedIn['signIn'] = async (credentials) => {
    const told = await ask('/admin/v1/auth/login', { ...BY_COOKIE, body: credentials })
    if (!told.ok) return told.trouble
    await look()
    poller.askAllNow()
    return undefined
  }
  const signOut: SignedIn['signOut'] = async () => {
    const told = await ask('/admin/v1/auth/logout', BY_COOKIE)
    if (told.ok) {
      localStorage.removeItem(MARK)
      setStaff(undefined)
    }
    poller.askAllNow()
  }
  return { staff, signIn, signOut }
}
