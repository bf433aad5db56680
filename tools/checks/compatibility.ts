import { breaks } from '../compatibility/breaks.ts'
import { declaredNow, RECORDED, recordedBefore } from '../compatibility/load.ts'
import { written } from '../compatibility/recording.ts'
import type { Guard } from './verdict.ts'

/** Contracts break nobody who knows them as recorded, and what is recorded is what they say today. */
export const compatibility: Guard = async (root) => {
  const now = await declaredNow(root)
  const { recorded, texts } = await recordedBefore(root)
  const broken = breaks(recorded, now)
  const old = Object.entries(now)
    .filter(([service, recording]) => texts.get(service) !== written(recording))
    .map(
      ([service]) =>
        `${RECORDED}/${service}.json: is not what the contracts say; \`npm run contracts:record\` writes it`,
    )
  const count = (part: 'calls' | 'events') =>
    Object.values(now).reduce((sum, recording) => sum + Object.keys(recording[part]).length, 0)
  // Until what breaks is mended, what is recorded is right and the code is not.
  return {
    crimes: broken.length > 0 ? broken : old,
    seen: `${count('calls')} calls and ${count('events')} events`,
  }
}
