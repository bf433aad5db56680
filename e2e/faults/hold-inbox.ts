import { connect, type DatabaseAddress } from '@souk/kit/database'

/** Nothing is stored in a service's inbox until it is let go again: what a broker brings it stays unacknowledged. */
export async function holdInbox(address: DatabaseAddress): Promise<() => Promise<void>> {
  const sql = connect(address, { connections: 1 })
  const session = await sql.reserve()
  await session`begin`
  await session`lock table inbox in exclusive mode`
  return async () => {
    await session`commit`
    session.release()
    await sql.end()
  }
}
