import { createCookie } from 'react-router'
import type { Visitor } from './visitor.ts'

const DAYS_90 = 90 * 24 * 3_600

/** Whoever knows a guest's cart by its id may fill it: no page is told the id. */
const cookie = createCookie('souk-cart', { httpOnly: true, sameSite: 'lax', path: '/', maxAge: DAYS_90 })

export const readCartId = async (request: Request): Promise<string | undefined> => {
  const value: unknown = await cookie.parse(request.headers.get('cookie'))
  return typeof value === 'string' ? value : undefined
}

export const writeCartId = async (id: string, visitor: Pick<Visitor, 'isSecure'>): Promise<HeadersInit> => ({
  'set-cookie': await cookie.serialize(id, { secure: visitor.isSecure }),
})

export const dropCartId = async (): Promise<HeadersInit> => ({
  'set-cookie': await cookie.serialize('', { maxAge: 0 }),
})
