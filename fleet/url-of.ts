import type { DatabaseAddress } from '@souk/kit/database'

/** The one URL a process is told its database by; a socket’s folder is written as its host. */
export const urlOf = ({ host, port, database, user, password }: DatabaseAddress): string => {
  const [name, secret, where] = [user, password, host].map(encodeURIComponent)
  return `postgres://${name}:${secret}@${where}:${port}/${database}`
}
