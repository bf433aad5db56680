export { addressFrom } from './address-from.ts'
export { connect, type DatabaseAddress, type Queryable, type Sql, type Transaction } from './connect.ts'
export { isLateWrite } from './late-write.ts'
export { checkMigrations, MigrationRefused, migrate } from './migrate.ts'
export {
  admit,
  asReader,
  closeCluster,
  createDatabase,
  databaseName,
  type RolePasswords,
  RoleRefused,
} from './provision.ts'
export { transact, violates } from './transact.ts'
