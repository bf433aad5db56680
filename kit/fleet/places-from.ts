/** Who says where services are. */
export type Places =
  | { readonly kind: 'nats' }
  | { readonly kind: 'dns'; readonly hostOf: (service: string) => string; readonly port: number }

const DNS = /^dns:(?<pattern>[a-z0-9.{}-]{1,200}):(?<port>\d{1,5})$/

export function placesFrom(given: string): Places {
  if (given === 'nats') return { kind: 'nats' }
  const { pattern, port } = DNS.exec(given)?.groups ?? {}
  if (!pattern?.includes('{service}') || Number(port) > 65_535)
    throw new Error('must be nats, or look like dns:souk-{service}:8080')
  return { kind: 'dns', hostOf: (service) => pattern.replace('{service}', service), port: Number(port) }
}
