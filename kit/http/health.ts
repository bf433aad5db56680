import type { FastifyInstance } from 'fastify'
import type { Metrics } from '../telemetry/metrics.ts'

export const HEALTH_PATHS: ReadonlySet<string> = new Set(['/livez', '/readyz', '/metrics'])

/** `/livez`: the process turns; `/readyz`: it can do its work; `/metrics`: Prometheus. */
export function health(
  app: FastifyInstance,
  parts: { metrics: Metrics; isReady: () => Promise<boolean> },
): void {
  app.get('/livez', () => ({ status: 'ok' }))
  app.get('/readyz', async (_request, response) => {
    const isReady = await parts.isReady().catch(() => false)
    return response.code(isReady ? 200 : 503).send({ status: isReady ? 'ok' : 'unavailable' })
  })
  app.get('/metrics', async (_request, response) =>
    response
      .header('content-type', parts.metrics.registry.contentType)
      .send(await parts.metrics.registry.metrics()),
  )
}
