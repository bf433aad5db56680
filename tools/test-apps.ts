import { buildApps } from '../embedded/build-apps.ts'

/** Before any shop is opened: those of several workers would build side by side. */
export default async function setup() {
  const built = await buildApps()
  if (built.length > 0) console.info(`built ${built.join(', ')}`)
}
