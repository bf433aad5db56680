import type { Delivery } from './deliveries.ts'
import type { Fault, Faults } from './faults.ts'
import { lie } from './lie.ts'
import { poster } from './post.ts'
import { signedHeaders } from './sign.ts'

const copies = 5
const staleBy = 600
const strangersSecret = 'the secret of somebody else'

/** Carries webhooks to their receiver, over a few connections and with whatever is to go wrong on the way. */
export function carrier({ secret, faults, atOnce }: { secret: string; faults: Faults; atOnce: number }) {
  const { post, close } = poster(atOnce)

  type Letter = { id: string; body: string; timestamp: number }
  const send = (url: string, letter: Letter, key: string) =>
    post(url, { headers: signedHeaders(letter, key), body: letter.body }).catch(() => 0)

  /** Answers the receiver's status, 0 when there was none. Of several copies the least welcome one counts. */
  async function carry({ id, body }: Delivery, { url, fault }: { url: string; fault: Fault | undefined }) {
    const letter = { id, body, timestamp: Math.floor(Date.now() / 1000) }
    switch (fault?.kind) {
      case 'webhook_duplicate':
        return worst(await Promise.all(Array.from({ length: copies }, () => send(url, letter, secret))))
      case 'wrong_amount':
        return await send(url, { ...letter, body: lie(body, fault.turn) }, secret)
      case 'webhook_forged':
        await sendForged(url, letter)
        return await send(url, letter, secret)
      default:
        return await send(url, letter, secret)
    }
  }

  /** One signed by a stranger, telling more money than there is, and the genuine one as of ten minutes ago. */
  async function sendForged(url: string, letter: Letter) {
    const statuses = await Promise.all([
      send(url, { ...letter, id: `${letter.id}_forged`, body: lie(letter.body, 0) }, strangersSecret),
      send(url, { ...letter, timestamp: letter.timestamp - staleBy }, secret),
    ])
    for (const status of statuses) if (isTaken(status)) faults.noteForgedTaken()
  }
  return { carry, close }
}

export const isTaken = (status: number): boolean => status >= 200 && status < 300

const worst = (statuses: number[]): number => statuses.find((status) => !isTaken(status)) ?? statuses[0] ?? 0
