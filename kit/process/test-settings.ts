import { readFaults } from '../messaging/read-faults.ts'
import { setting } from '../runtime/settings.ts'

const transportFaults = (given: string) => {
  if (given !== '' && process.env.NODE_ENV === 'production')
    throw new Error('is for tests, and NODE_ENV is production')
  return readFaults(given)
}

/** What tests have go wrong. */
export const testSettings = {
  transportFaults: setting(
    'SOUK_TEST_TRANSPORT_FAULTS',
    'For tests: what goes wrong with events, such as `seed=7,duplicate=0.1,reorder=100,delayMs=500,lose=0.1,loseAck=0.1`, until SIGUSR2. Refused where `NODE_ENV` is `production`.',
    transportFaults,
    '',
  ),
  crashAt: setting(
    'SOUK_CRASH_AT',
    'For tests: the crash point at which the process kills itself, `service/work:phase` or `…#2`.',
    String,
    '',
  ),
  crashOnce: setting(
    'SOUK_CRASH_ONCE',
    'For tests: a file made by the process that dies at `SOUK_CRASH_AT`; while it is there none does.',
    String,
    '',
  ),
  crashRecord: setting(
    'SOUK_CRASH_RECORD',
    'For tests: a file that gets the name of each crash point passed.',
    String,
    '',
  ),
}
