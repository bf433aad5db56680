import type { DatabaseAddress } from '@souk/kit/database'

/** The one URL a process is told its database by; a socket’s folder is written as its host. */
export const urlOf = ({ host, port, database, user, password, tls }: DatabaseAddress): string => {
  const [name, secret, kept] = [user, password, database].map(encodeURIComponent)
  const where = host.includes(':') ? `[${host}]` : encodeURIComponent(host)
  return `postgres://${name}:${secret}@${where}:${port}/${kept}${tls ? `?sslmode=${MODES[tls]}` : ''}`
}

const MODES = { encrypted: 'require', verified: 'verify-full' } as const
