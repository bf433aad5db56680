import { expect } from 'vitest'
import type { Session } from '../../answers.ts'
import type { Client } from '../../client.ts'
import { ok, orderNow } from '../../shopping.ts'

let registered = 0

/** Somebody signed in who has not been here before. */
export async function newCustomer(guest: Client): Promise<Client & { email: string }> {
  const email = `peer-${process.pid}-${++registered}@example.com`
  const body = { email, password: 'correct horse battery', name: 'Ada' }
  const { accessToken } = ok(await guest.post<Session>('/store/v1/auth/register', body), 201)
  return { ...guest.as(accessToken), email }
}

/** Answers the provider's page. */
export const decide = (guest: Client, url: string | undefined, decision: 'approve' | 'fail') =>
  guest.send('POST', String(url), {
    body: `decision=${decision}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  })

export async function expectToBecome(
  guest: Client,
  order: Parameters<typeof orderNow>[1],
  status: string,
): Promise<void> {
  const now = async () => (await orderNow(guest, order)).status
  await expect.poll(now, { timeout: 15_000 }).toBe(status)
}
