import { refuse } from '@souk/kit/contract'
import { writeRefusal } from '@souk/kit/http'
import type { FastifyInstance } from 'fastify'
import { isLocal } from './establish.ts'

export interface ServiceState {
  name: string
  version: string
  health: 'ok' | 'unavailable'
  /** Seconds the oldest event not yet sent or applied has waited. */
  eventLag: number
  instances: { id: string; address: string; health: 'ok' | 'unavailable' }[]
}

/** `GET /ops/services`: what runs and how it fares. */
export function serveOps(
  app: FastifyInstance,
  { services, isOpenOnLoopback }: { services: () => Promise<ServiceState[]>; isOpenOnLoopback: boolean },
): void {
  app.get('/ops/services', async (request, response) => {
    if (!isOpenOnLoopback || !isLocal(request)) {
      return writeRefusal(
        refuse('unauthenticated', { detail: 'Ask from the machine itself.' }),
        request.trace.traceId,
        { response },
      )
    }
    return { items: await services(), nextCursor: null }
  })
}
