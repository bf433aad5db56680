import { join } from 'node:path'
import { runProgram } from './run-program.ts'

/**
 * Writes down what the storefront's pages are given, told by the names of its routes.
 * Before any guard looks: the compiler reads it, and what finds unused files follows imports of it.
 */
export async function writeRouteTypes(root: string): Promise<void> {
  const cwd = join(root, 'apps', 'storefront')
  const { code, output, complaints } = await runProgram('@react-router/dev/bin.cjs', {
    args: ['typegen'],
    cwd,
  })
  if (code !== 0) throw new Error(`the types of the storefront's routes: ${output}${complaints}`)
}
