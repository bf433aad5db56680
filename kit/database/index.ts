export { connect, type DatabaseAddress, type Queryable, type Sql, type Transaction } from './connect.ts'
export { checkMigrations, MigrationRefused, migrate } from './migrate.ts'
export { addressFor, databaseName, grantRows, provision } from './provision.ts'
export { transact, violates } from './transact.ts'
