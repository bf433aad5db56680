import { connect } from '@souk/kit/database'
import { cloneDatabase, testCluster } from '@souk/kit/testing'
import { searchIndexSuite } from './search-index.suite.ts'
import { search } from './service.ts'
import { columnsCopy, INDEX_CHANGED } from './store/columns-copy.ts'
import { searchStore } from './store/search-store.ts'

searchIndexSuite('PostgreSQL', async () => {
  const database = await cloneDatabase(testCluster(), search({ currency: 'EUR' }))
  const sql = connect(database.address, { connections: 2 })
  const copy = columnsCopy()
  const listening = await sql.listen(INDEX_CHANGED, copy.heard)
  return {
    index: searchStore(copy)(sql).index,
    write: (work) => sql.begin((tx) => work(searchStore(copy)(tx as never).index)) as Promise<void>,
    async close() {
      await listening.unlisten()
      await sql.end()
      await database.drop()
    },
  }
})
