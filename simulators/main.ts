import { startMailbox } from './mailbox/start.ts'
import { startSandbox } from './payments/start.ts'
import { settingsFrom } from './settings.ts'

export { startMailbox, startSandbox }

const drainWithin = 5000

/** Both simulators in one process: tells its parent and stdout where they listen, and ends with its parent. */
async function run() {
  process.title = 'souk:simulators'
  const hasParent = process.connected === true
  const settings = settingsFrom(process.env)
  const [sandbox, mailbox] = await Promise.all([
    startSandbox(settings.sandbox),
    startMailbox(settings.mailbox),
  ])

  let ending = false
  const end = async () => {
    if (ending) return
    ending = true
    setTimeout(() => process.exit(1), drainWithin).unref()
    await Promise.all([sandbox.close(), mailbox.close()])
    process.exit(0)
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
  process.on('disconnect', end)
  process.on('message', (message) => {
    const { webhookUrl, publicUrl } = Object(message)
    sandbox.setAddresses({ webhookUrl, publicUrl })
  })

  const ready = {
    ready: true,
    sandbox: { port: sandbox.port },
    mailbox: { smtpPort: mailbox.smtpPort, httpPort: mailbox.httpPort },
  }
  if (process.connected) process.send?.(ready)
  console.log(JSON.stringify(ready))
  if (hasParent && !process.connected) await end()
}

if (import.meta.main) await run()
