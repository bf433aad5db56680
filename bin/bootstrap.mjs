// What stands behind `npm start` and `npm test` on a machine with any Node from 20 and nothing installed yet.
import { resolve } from 'node:path'
import { ensureInstalled } from './ensure-installed.mjs'
import { root, StartRefusal } from './pinned-node.mjs'
import { runPinned } from './run-pinned.mjs'

/** Installs if needed, then runs a file of the project: what each script in this folder does. */
export async function launch(args) {
  try {
    await ensureInstalled()
    runPinned(args)
  } catch (error) {
    if (!(error instanceof StartRefusal)) throw error
    console.error(error.message)
    process.exitCode = 1
  }
}

/** A file of the project, wherever it is called from. */
export const projectFile = (path) => resolve(root, path)
