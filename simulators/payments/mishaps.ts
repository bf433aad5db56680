import type { Fault, Faults } from './faults.ts'

export type Mishaps = ReturnType<typeof webhookMishaps>
type Drawn = { readonly fault: Fault; readonly paymentId: string; hasWaited: boolean }
type Event = { readonly id: string; readonly paymentId: string }

/**
 * What goes wrong with which webhook. It is drawn when the webhook is written and kept until the webhook is taken;
 * in memory alone, so that after a restart it is delivered as any other.
 */
export function webhookMishaps(faults: Faults) {
  const drawn = new Map<string, Drawn>()
  const early = new Map<string, PromiseWithResolvers<void>>()
  let released: (eventIds: readonly string[]) => void = () => {}

  function draw({ id, paymentId }: Event) {
    const fault = faults.next('webhook')
    if (fault.kind === 'none') return
    drawn.set(id, { fault, paymentId, hasWaited: false })
    if (fault.kind !== 'webhook_early') return
    const told = Promise.withResolvers<void>()
    early.set(paymentId, told)
    setTimeout(told.resolve, faults.times().holdMs).unref()
  }

  /** How long this webhook has to wait before it sets out for the first time, in milliseconds. */
  function heldBackFor(eventId: string): number | undefined {
    const mishap = drawn.get(eventId)
    if (!mishap || mishap.hasWaited) return undefined
    mishap.hasWaited = true
    const { slowMs, holdMs } = faults.times()
    if (mishap.fault.kind === 'webhook_late') return slowMs
    return mishap.fault.kind === 'webhook_out_of_order' ? holdMs : undefined
  }

  function waiting(isMeant: (mishap: Drawn) => boolean): string[] {
    return [...drawn].filter(([, mishap]) => mishap.hasWaited && isMeant(mishap)).map(([id]) => id)
  }

  return {
    draw,
    of: (eventId: string): Fault | undefined => drawn.get(eventId)?.fault,
    heldBackFor,
    /** A try to deliver this webhook is over. Those of the same payment that let it pass may go now. */
    tried: ({ id, body }: { id: string; body: string }, { isLast }: { isLast: boolean }) => {
      if (drawn.size === 0) return
      const paymentId = String(JSON.parse(body).data.id)
      early.get(paymentId)?.resolve()
      early.delete(paymentId)
      if (!isLast) return
      drawn.delete(id)
      released(waiting((one) => one.paymentId === paymentId && one.fault.kind === 'webhook_out_of_order'))
    },
    /** Resolves when a webhook that is to come before the answer has been tried; at once when there is none. */
    told: async (paymentId: string) => await early.get(paymentId)?.promise,
    /** Lets go of everything held back. */
    release: () => released(waiting(() => true)),
    onRelease: (listen: typeof released) => {
      released = listen
    },
  }
}
