import type { Metrics, Traffic } from '@souk/kit/telemetry'

/** Metrics that count requests in the traffic as well: what people and payment providers ask of the shop. */
export const watchRoutes = (metrics: Metrics, traffic: Traffic): Metrics => ({
  ...metrics,
  routeTimer(method, route) {
    const time = metrics.routeTimer(method, route)
    const from = route.startsWith('/webhooks/') ? 'provider' : 'browser'
    const count = traffic.over({ from, to: 'gateway', kind: 'call', name: `${method} ${route}` })
    return (status, ms) => {
      time(status, ms)
      count(status >= 500 ? 'fault' : status >= 400 ? 'refused' : 'ok', ms)
    }
  },
})
