import { spawn } from 'node:child_process'
import { StartRefusal } from './pinned-node.mjs'

/** Installs what package-lock.json names, telling how it goes. Throws a StartRefusal with npm's last words. */
export async function npmCi(folder) {
  const stopTelling = tellProgress()
  const { code, output } = await run(npm(), { cwd: folder })
  stopTelling(code === 0)
  if (code === 0) return
  throw new StartRefusal(`The packages could not be installed (npm ended with ${code}):\n${gist(output)}`)
}

/** npm says first what is wrong and last where its log is; its manual page in between helps nobody here. */
export function gist(output) {
  const lines = output.split('\n').filter((line) => line.replace('npm error', '').trim() !== '')
  const manual = lines.findIndex((line) => line.includes('Clean install a project'))
  const told = manual === -1 ? lines : [...lines.slice(0, manual), ...lines.slice(-1)]
  return told.length <= 12 ? told.join('\n') : [...told.slice(0, 9), '…', ...told.slice(-2)].join('\n')
}

/** npm says by itself which file it is, so that a script uses the npm it was called by. */
function npm() {
  const args = ['ci', '--no-fund', '--no-audit', '--loglevel=error']
  const script = process.env.npm_execpath
  if (script?.endsWith('npm-cli.js')) return { file: process.execPath, args: [script, ...args] }
  return { file: 'npm', args, shell: process.platform === 'win32' }
}

function run({ file, args, shell = false }, { cwd }) {
  return new Promise((done) => {
    const child = spawn(file, args, { cwd, shell, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => {
        output += text
      })
    child.on('error', (error) => done({ code: error.code, output: error.message }))
    child.on('close', (code, signal) => done({ code: code ?? signal, output }))
  })
}

/** One line that counts the seconds on a terminal; elsewhere one line at the beginning and one at the end. */
function tellProgress() {
  const begin = Date.now()
  const seconds = () => Math.round((Date.now() - begin) / 1000)
  const isTerminal = process.stdout.isTTY
  const line = () => process.stdout.write(`\rInstalling packages… ${seconds()} s`)
  if (!isTerminal) console.log('Installing packages…')
  const timer = isTerminal ? setInterval(line, 500) : undefined
  return (isDone) => {
    clearInterval(timer)
    if (isTerminal) process.stdout.write('\r\x1b[K')
    if (isDone) console.log(`Installed packages in ${seconds()} s.`)
  }
}
