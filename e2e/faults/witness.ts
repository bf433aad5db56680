import { client } from '../client.ts'
import { gaugesAt, type UnderWay } from './quiet.ts'

/** Who says of a shop what is under way in it, and whether its books agree. */
export interface Witness {
  underWay(): Promise<UnderWay>
  /** Strictly: nothing is under way. Where a test's transport reorders, when events arrived is not judged. */
  audit(anyOrder: boolean): Promise<Audit>
}

export interface Audit {
  readonly violations: number
  readonly invariants: readonly {
    readonly id: string
    readonly title: string
    readonly checked: number
    readonly violations: number
    readonly offenders: readonly unknown[]
  }[]
}

/** The shop itself, where one process knows all of it. */
export const askedOverHttp = (url: string): Witness => ({
  underWay: () => gaugesAt(url),
  async audit(anyOrder) {
    const { status, body } = await client(url).get<Audit>(`/ops/audit?strict=true&anyOrder=${anyOrder}`)
    if (status === 200) return body
    throw new Error(`the auditor answered ${status}: ${JSON.stringify(body)}`)
  },
})
