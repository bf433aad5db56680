import { createCookie } from 'react-router'
import type { Visitor } from './visitor.ts'

const DAYS_90 = 90 * 24 * 3_600
const KEPT = 5

/** What guests' orders are opened by, so that no address has to carry it; the latest first. */
const cookie = createCookie('souk-orders', { httpOnly: true, sameSite: 'lax', path: '/', maxAge: DAYS_90 })

export interface KeptOrder {
  readonly id: string
  readonly token?: string | undefined
}

export async function readOrders(request: Request): Promise<readonly KeptOrder[]> {
  const kept: unknown = await cookie.parse(request.headers.get('cookie'))
  return Array.isArray(kept) ? kept.filter(isKept) : []
}

const isKept = (one: unknown): one is KeptOrder =>
  typeof one === 'object' && one !== null && 'id' in one && typeof one.id === 'string'

interface Keeping {
  readonly request: Request
  readonly visitor: Pick<Visitor, 'isSecure'>
}

export async function keepOrder(order: KeptOrder, { request, visitor }: Keeping): Promise<string> {
  const others = (await readOrders(request)).filter(({ id }) => id !== order.id)
  return await cookie.serialize([order, ...others].slice(0, KEPT), { secure: visitor.isSecure })
}
