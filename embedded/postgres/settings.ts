/** PostgreSQL settings by name, as in postgresql.conf. */
export type Settings = Record<string, string | number | boolean>

/**
 * For a laptop with two cores and people's money: nothing acknowledged is ever lost, and little is held in memory.
 * pglz (`on`) is the one compression every build has. Errors that the shop provokes on purpose (a unique key that
 * refuses a duplicate) are answers: without their statements they stay one line in the log.
 */
const defaults: Settings = {
  cluster_name: 'souk',
  fsync: true,
  synchronous_commit: true,
  full_page_writes: true,
  shared_buffers: '128MB',
  max_connections: 600,
  jit: false,
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  // What was brought in by the thousand is planned for within seconds: each database has its turn this often.
  autovacuum_naptime: '10s',
  wal_compression: true,
  timezone: 'UTC',
  log_timezone: 'UTC',
  logging_collector: false,
  log_destination: 'stderr',
  log_line_prefix: '%m [%p] %d ',
  log_min_error_statement: 'fatal',
}

/** Whether a setting is on, in any of the words PostgreSQL has for it. */
export const isOn = (value: string | number | boolean | undefined) =>
  !['off', 'false', 'no', '0'].includes(String(value ?? 'on').toLowerCase())

/** Where the server listens: a socket in a folder that only its owner may enter, or a port of this machine. */
export type Listening = { socketFolder: string; port: number } | { socketFolder?: never; port: number }

/** The text of the settings file written at each start. `settings` wins over the defaults, `listening` over both. */
export function settingsFile(settings: Settings, listening: Listening): string {
  const all = { ...defaults, ...settings, ...addresses(listening) }
  const lines = Object.entries(all).map(([name, value]) => `${name} = ${quote(value)}`)
  return ['# Written at each start. To keep a change of your own, use ALTER SYSTEM.', ...lines, ''].join('\n')
}

function addresses({ socketFolder, port }: Listening): Settings {
  if (socketFolder === undefined) return { listen_addresses: '127.0.0.1', port }
  return {
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    port,
  }
}

function quote(value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  return `'${String(value).replaceAll("'", "''")}'`
}
