import { startCarriers } from './carriers/start.ts'
import { startMailbox } from './mailbox/start.ts'
import { startSandbox } from './payments/start.ts'
import { settingsFrom } from './settings.ts'

export { startCarriers, startMailbox, startSandbox }

const drainWithin = 5000

/** All simulators in one process: tells its parent and stdout where they listen, and ends with its parent. */
async function run() {
  process.title = 'souk:simulators'
  const hasParent = process.connected === true
  const settings = settingsFrom(process.env)
  const [sandbox, carriers, mailbox] = await Promise.all([
    startSandbox(settings.sandbox),
    startCarriers(settings.carriers),
    startMailbox(settings.mailbox),
  ])

  let ending = false
  const end = async () => {
    if (ending) return
    ending = true
    setTimeout(() => process.exit(1), drainWithin).unref()
    await Promise.all([sandbox.close(), carriers.close(), mailbox.close()])
    process.exit(0)
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
  process.on('disconnect', end)
  process.on('message', (message) => {
    const { webhookUrl, publicUrl, carriers: shown } = Object(message)
    sandbox.setAddresses({ webhookUrl, publicUrl })
    if (shown) carriers.setAddresses(shown)
  })

  const ready = {
    ready: true,
    sandbox: { port: sandbox.port },
    carriers: { port: carriers.port },
    mailbox: { smtpPort: mailbox.smtpPort, httpPort: mailbox.httpPort },
  }
  if (process.connected) process.send?.(ready)
  console.log(JSON.stringify(ready))
  if (hasParent && !process.connected) await end()
}

if (import.meta.main) await run()
