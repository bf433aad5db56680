import type { Call } from '@souk/kit/contract'
import type { Answered, Asking } from './asking.ts'

/** A call a document's run made, and the finished page it was answered with. */
interface Read {
  readonly contract: Call
  readonly input: Record<string, unknown>
  readonly page: Buffer
}

export interface Recall {
  /** What was sent before for this key, if every page it was made of is still the same. */
  ask(key: string, asking: Asking): Promise<Buffer | undefined>
  keep(key: string, made: { readonly reads: readonly Read[]; readonly sent: Buffer }): void
}

interface Kept {
  readonly reads: readonly Read[]
  readonly sent: Buffer
  readonly size: number
}

const OVERHEAD_BYTES = 500

/**
 * Answers in memory, up to so many bytes; then the one not asked for the longest goes. An answer is made of its document,
 * its variables and what services said, and of nothing else: so its services are asked each time, as whoever asks now,
 * and what they say is compared. What is old can therefore not be shown, nor what is not for the asker's eyes.
 */
export function recall(maxBytes: number): Recall {
  const kept = new Map<string, Kept>()
  let bytes = 0
  const drop = (key: string, { size }: Kept) => {
    kept.delete(key)
    bytes -= size
  }
  return {
    async ask(key, asking) {
      const known = kept.get(key)
      if (!known) return undefined
      const answers = await Promise.all(
        known.reads.map(({ contract, input }) => asking.read(contract, input)),
      )
      if (!answers.every((answer, index) => isPage(answer, known.reads[index]?.page))) return undefined
      kept.delete(key)
      kept.set(key, known)
      return known.sent
    },
    keep(key, { reads, sent }) {
      const before = kept.get(key)
      if (before) drop(key, before)
      const size = reads.reduce(
        (sum, { page }) => sum + page.length,
        OVERHEAD_BYTES + key.length + sent.length,
      )
      kept.set(key, { reads, sent, size })
      bytes += size
      for (const [oldest, one] of kept) if (bytes > maxBytes) drop(oldest, one)
    },
  }
}

const isPage = (answer: Answered, page: Buffer | undefined): boolean =>
  answer.ok && answer.page !== undefined && page !== undefined && answer.page.equals(page)

/** Asks, and notes what was read: `undefined` where that was something else than finished pages. */
export function noting(asking: Asking): { asking: Asking; reads: () => Promise<Read[] | undefined> } {
  const noted: { contract: Call; input: Record<string, unknown>; answer: Promise<Answered> }[] = []
  const read: Asking['read'] = (contract, input) => {
    const answer = asking.read(contract, input)
    noted.push({ contract, input, answer })
    return answer
  }
  return {
    asking: { ...asking, read },
    async reads() {
      const reads: Read[] = []
      for (const { contract, input, answer } of noted) {
        const given = await answer
        if (!given.ok || !given.page) return undefined
        reads.push({ contract, input, page: given.page })
      }
      return reads
    },
  }
}
