import type { Topology } from '../start-process.ts'
import { readFromFolder } from './read-from-books.ts'
import { askedOverHttp, type Witness } from './witness.ts'

interface Place {
  readonly data: string
  readonly topology: Topology
}

/** One process knows all of itself; of many, their databases do. */
export const witnessOf = (url: string, { data, topology }: Place): Witness =>
  topology === 'fleet' ? readFromFolder(data) : askedOverHttp(url)
