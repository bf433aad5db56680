import { launch, projectFile } from './bootstrap.mjs'

await launch([projectFile('node_modules/vitest/vitest.mjs'), 'run', ...process.argv.slice(2)])
