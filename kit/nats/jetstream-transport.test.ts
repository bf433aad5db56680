import { afterAll, beforeAll, describe } from 'vitest'
import { transportOrderSuite, transportSuite } from '../messaging/transport.suite.ts'
import { natsIsHere, startNats, type TestNats } from '../testing/nats.ts'
import { byHand, opened, prepared } from './fixtures/broker.ts'
import { STREAM } from './names.ts'

const NAMES = ['both', 'one', 'none', 'ear', 'away', 'broken', 'well', 'slow', 'leaving', 'staying', 'twin']
const MANY = Array.from({ length: 50 }, (_, index) => `ear-${index}`)

describe.runIf(natsIsHere())('over NATS JetStream', () => {
  let nats: TestNats
  beforeAll(async () => {
    nats = await startNats()
  })
  afterAll(() => nats.stop())

  const open = async () => {
    const broker = await prepared(nats, [...NAMES, ...MANY])
    const transport = opened(nats)
    return {
      transport,
      async close() {
        await transport.close()
        await broker.stop()
        await byHand(nats, ({ streams }) => streams.delete(STREAM))
      },
    }
  }
  transportSuite('over NATS JetStream', open)
  transportOrderSuite('over NATS JetStream', open)
})
