import { fileURLToPath } from 'node:url'

/** The tables the kit keeps in every service's database. */
export const kitMigrations = fileURLToPath(new URL('../database/migrations', import.meta.url))

/** The folder of a service's own migrations, from its `service.ts`: `migrationsBeside(import.meta.url)`. */
export const migrationsBeside = (moduleUrl: string): string =>
  fileURLToPath(new URL('./store/migrations', moduleUrl))
